// Where a German sentence puts verb and object: wish, denial, report, question. Data only.
import type { Mould } from '../grammar.ts';

const W1 = '[<when/1>]';
const W2 = '[<when/2>]';

export const MOULDS: readonly Mould[] = [
  {
    name: 'can-be',
    patterns: [`(koennte|koennten) {first} ${W1} {rest} ${W2} {part} werden`],
    english: '{bare} <when/1> <when/2>',
  },
  {
    name: 'do-inf',
    patterns: [`${W1} {first} ${W2} {rest} {inf}`, `{first} {rest} ${W1} {inf}`],
    english: '{bare} <when/1> <when/2>',
  },
  { name: 'do-zu', patterns: [`${W1} {first} ${W2} {rest} {zu}`], english: '{bare} <when/1> <when/2>' },
  {
    name: 'do-fin',
    patterns: [`${W1} {first} ${W2} {rest} {fin}`, '{first} {rest} {inf}'],
    english: '{bare} <when/1> <when/2>',
  },
  {
    name: 'do-imp',
    patterns: [`{imp} ${W1} {first} ${W2} {rest} {end}`, `{imp} {first} {rest} ${W1} {end}`],
    english: '{bare} <when/1> <when/2>',
  },
  {
    name: 'done',
    patterns: ['[<ago/1>] {first} [<ago/2>] {rest} {part}'],
    english: '<ago/1> <ago/2> {past}',
  },
  {
    name: 'must-be',
    patterns: [`{first} (muss|muesste|sollte|soll) ${W1} {rest} ${W2} {part} werden`],
    english: '{bare} <when/1> <when/2>',
  },
  { name: 'that-be', patterns: [`{first} {rest} ${W1} {part} (wird|werden)`], english: '{bare} <when/1>' },
  {
    name: 'was-done',
    patterns: [
      '{first} (wurde|wurden) [<ago/1>] {rest} [<ago/2>] {part}',
      '{first} ist [<ago/1>] {rest} [<ago/2>] {part} worden',
    ],
    english: '<ago/1> <ago/2> somebody {past}',
  },
  {
    name: 'was-it',
    patterns: [
      '(wurde|wurden) {first} [<ago/1>] {rest} {part}',
      'ist {first} [<ago/1>] {rest} {part} worden',
    ],
    english: 'did somebody <ago/1> {bare}?',
  },
  {
    name: 'dont-inf',
    patterns: ['<not> {first} {rest} {inf}', '{first} <not> {rest} {inf}', '{first} {rest} <not> {inf}'],
    english: '{bare}',
  },
  {
    name: 'dont-imp',
    patterns: [
      '{imp} <not> {first} {rest} {end}',
      '{imp} {first} <not> {rest} {end}',
      '{imp} {first} {rest} <not> {end}',
    ],
    english: '{bare}',
  },
  {
    name: 'dont-zu',
    patterns: ['<not> {first} {rest} {zu}', '{first} <not> {rest} {zu}', '{first} {rest} <not> {zu}'],
    english: '{bare}',
  },
  {
    name: 'dont-be',
    patterns: [
      '{first} (muss|soll|darf|sollte|braucht) <not> {rest} {part} werden',
      '{first} (muss|soll|darf|sollte) {rest} <not> {part} werden',
    ],
    english: '{bare}',
  },
  { name: 'not-done', patterns: ['{first} (wurde|ist) <not> {rest} {part} [worden]'], english: '{past}' },
];
