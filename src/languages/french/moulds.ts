// Where a French sentence puts verb and object: wish, denial, report, question. Data only.
import type { Mould } from '../grammar.ts';

export const MOULDS: readonly Mould[] = [
  {
    name: 'do-inf',
    patterns: ['{inf} {o} [<when>]', '{inf} <when> {o}', '{meinf} {o} [<when>]', '{meinf} <when> {o}'],
    english: '{bare} <when>',
  },
  {
    name: 'do-imp',
    patterns: ['{imp} {o} [<when>]', '{imp} <when> {o}', '{meimp} {o} [<when>]', '{meimp} <when> {o}'],
    english: '{bare} <when>',
  },
  {
    name: 'done',
    patterns: ['[<ago>] {part} [<ago/2>] {o} [<ago/3>]'],
    english: '<ago> <ago/2> {past} <ago/3>',
  },
  {
    name: 'dont-imp',
    patterns: ["(ne|n') {imp} <not> {o} [<when>]", '{imp} <not> {o} [<when>]'],
    english: '{bare} <when>',
  },
  {
    name: 'dont-inf',
    patterns: ["(ne|n') <not> {inf} {o} [<when>]", "(ne|n') <not> {meinf} {o} [<when>]", '<not> {inf} {o}'],
    english: '{bare} <when>',
  },
];
