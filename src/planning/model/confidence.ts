// How sure a model has to be, by ticket type. The numbers are the operator's; a model's own figure is only compared with them.
import { lookUp } from '../../lib/look-up.ts';

type Thresholds = Readonly<Record<string, number>>;

/** Where the desk file says nothing. */
export const DEFAULT_CONFIDENCE = 0.5;

/** From 0 to 1. The client's value for a key goes before the MSP's; `default` stands for types that are not named. */
export function confidenceFor(msp: Thresholds, client: Thresholds, ticketType: string): number {
  for (const key of [ticketType, 'default']) {
    for (const thresholds of [client, msp]) {
      const value = lookUp(thresholds, key);
      if (value !== undefined) return value;
    }
  }
  return DEFAULT_CONFIDENCE;
}
