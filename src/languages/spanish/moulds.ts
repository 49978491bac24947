// Where a Spanish sentence puts verb and object: wish, denial, report, question. Data only.
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
  { name: 'me-inf', patterns: ['{mepl} {o} [<when>]', '{mepl} <when> {o}'], english: '{bare} <when>' },
  { name: 'done', patterns: ['{part} {o} [<ago>]'], english: '{past} <ago>' },
  {
    name: 'dont',
    patterns: ['<not> {neg} {o} [<when>]', '<not> {inf} {o} [<when>]', '<not> {meinf} {o} [<when>]'],
    english: '{bare} <when>',
  },
];
