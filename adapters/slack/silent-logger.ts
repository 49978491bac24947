// The SDK's log, switched off: its failures reach us as errors and are logged once, by us.
import { type Logger, LogLevel } from '@slack/bolt';

const ignore = () => {};

export const silentLogger: Logger = {
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  setLevel: ignore,
  setName: ignore,
  getLevel: () => LogLevel.ERROR,
};
