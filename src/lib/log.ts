// The operator's log: JSON lines by pino. Callers pass ids and codes, never message texts or secrets.
import pino from 'pino';

export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** @param level one of pino's levels, or `silent` */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    redact: { paths: ['*.token', '*.password', '*.authorization', '*.secret'], censor: '[redacted]' },
  });
}

export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} };
