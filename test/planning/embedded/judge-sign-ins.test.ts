import { describe, expect, it } from 'vitest';
import { judgeSignIns } from '../../../src/planning/embedded/judge-sign-ins.ts';
import type { SignIn } from '../../../src/ports/directory.ts';
import { NOW, signIn } from './fake-desk.ts';

const home = [signIn(30, 'Lyon'), signIn(54, 'Lyon')];
const rows: readonly {
  readonly name: string;
  readonly signIns: readonly SignIn[];
  readonly denied?: boolean;
  readonly expected: string;
}[] = [
  { name: 'nothing recorded', signIns: [], expected: 'unknown' },
  { name: 'only old ones', signIns: [signIn(49, 'Lyon')], expected: 'unknown' },
  { name: 'the usual place', signIns: [signIn(1, 'Lyon'), ...home], expected: 'benign' },
  { name: 'the first place ever', signIns: [signIn(1, 'Lyon')], expected: 'benign' },
  { name: 'own typing mistakes', signIns: [signIn(1, 'Lyon', 'failure'), ...home], expected: 'benign' },
  {
    name: 'a place known from before',
    signIns: [signIn(1, 'Nice'), signIn(60, 'Nice'), ...home],
    expected: 'benign',
  },
  { name: 'a new place alone', signIns: [signIn(1, 'Jakarta'), ...home], expected: 'suspicious' },
  {
    name: 'a new place that the person denies',
    signIns: [signIn(1, 'Jakarta'), ...home],
    denied: true,
    expected: 'compromised',
  },
  {
    name: 'a new place after a refused prompt there',
    signIns: [signIn(1, 'Jakarta'), signIn(1.5, 'Jakarta', 'mfa_denied'), ...home],
    expected: 'compromised',
  },
  {
    name: 'a refused prompt there only afterwards',
    signIns: [signIn(1, 'Jakarta', 'mfa_denied'), signIn(1.5, 'Jakarta'), ...home],
    expected: 'suspicious',
  },
  {
    name: 'a new place within two hours of home',
    signIns: [signIn(1, 'Jakarta'), signIn(2, 'Lyon'), ...home],
    expected: 'compromised',
  },
  {
    name: 'a burst of refused prompts',
    signIns: [
      signIn(1, 'Lyon', 'mfa_denied'),
      signIn(1.2, 'Lyon', 'mfa_denied'),
      signIn(1.4, 'Lyon', 'mfa_denied'),
      ...home,
    ],
    expected: 'suspicious',
  },
  {
    name: 'two refused prompts',
    signIns: [signIn(1, 'Lyon', 'mfa_denied'), signIn(1.2, 'Lyon', 'mfa_denied'), ...home],
    expected: 'benign',
  },
  {
    name: 'refused prompts far apart',
    signIns: [
      signIn(1, 'Lyon', 'mfa_denied'),
      signIn(5, 'Lyon', 'mfa_denied'),
      signIn(9, 'Lyon', 'mfa_denied'),
      ...home,
    ],
    expected: 'benign',
  },
  {
    name: 'a burst and a new place',
    signIns: [
      signIn(1, 'Jakarta'),
      signIn(1.2, 'Lyon', 'mfa_denied'),
      signIn(1.3, 'Lyon', 'mfa_denied'),
      signIn(1.4, 'Lyon', 'mfa_denied'),
      ...home,
    ],
    expected: 'compromised',
  },
  {
    name: 'failures from a new place',
    signIns: [...[1, 2, 3, 4, 5].map((hours) => signIn(hours, 'Perth', 'failure')), ...home],
    expected: 'suspicious',
  },
  {
    name: 'nothing new, but denied',
    signIns: [signIn(1, 'Lyon'), ...home],
    denied: true,
    expected: 'suspicious',
  },
];

describe('judgeSignIns', () => {
  it.each(rows)('$name: $expected', ({ signIns, denied = false, expected }) => {
    expect(judgeSignIns(signIns, NOW, denied).verdict).toBe(expected);
    expect(judgeSignIns([...signIns].reverse(), NOW, denied).verdict).toBe(expected);
  });
});
