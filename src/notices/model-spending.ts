// What the language model was used for, in words for admins and technicians.
import type { Cost, Spent } from '../model/ledger.ts';

export function spendingInWords(spent: Spent): string {
  if (spent.runs + spent.takenOver === 0) return 'nothing.';
  const tokens = spent.promptTokens + spent.completionTokens;
  const parts = [
    counted(spent.runs, 'run'),
    counted(spent.requests, 'call'),
    `${counted(tokens, 'token')}${spent.estimated ? ' (partly estimated)' : ''}`,
    spent.costs.length > 0 ? spent.costs.map(money).join(' and ') : 'no price is known',
  ];
  const alone =
    spent.takenOver > 0 ? ` ${counted(spent.takenOver, 'run')} left to the built-in planner.` : '';
  return `${parts.join(', ')}.${alone}`;
}

/** `0.48 EUR`; small sums keep enough places to be told from nothing. */
export function money({ micros, currency }: Cost): string {
  const value = micros / 1_000_000;
  return `${value.toFixed(value > 0 && value < 0.1 ? 4 : 2)} ${currency}`;
}

export function counted(count: number, word: string): string {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}
