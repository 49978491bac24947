// Adaptive Cards as a person sees them: their words, their buttons, the fields of a form and what is wrong with them.
import type { Json } from './teams-world.ts';

export interface CardButton {
  readonly label: string;
  readonly action: Json;
}

type Element = Json & { readonly type?: string };

const CONTAINERS = ['items', 'columns', 'body', 'card'];

/** Every element of the card in the order it is drawn. */
function elementsOf(card: Json): Element[] {
  const walk = (value: unknown): Element[] => {
    if (Array.isArray(value)) return value.flatMap(walk);
    if (typeof value !== 'object' || value === null) return [];
    const element = value as Element;
    return [element, ...CONTAINERS.flatMap((name) => walk(element[name]))];
  };
  return walk(card.body);
}

/** The words of the body, a line for each element. */
export function wordsOf(card: Json): string {
  return elementsOf(card)
    .map(lineOf)
    .filter((line) => line !== '')
    .join('\n');
}

export function buttonsOf(card: Json): CardButton[] {
  const sets = elementsOf(card).filter(({ type }) => type === 'ActionSet');
  return [...sets.flatMap(({ actions }) => actions as Json[]), ...((card.actions ?? []) as Json[])].map(
    (action) => ({ label: String(action.title), action }),
  );
}

/** What the inputs hold when nobody touches them, by id. */
export function inputsOf(card: Json): Record<string, string> {
  return Object.fromEntries(
    elementsOf(card)
      .filter(({ type }) => type?.startsWith('Input.') === true)
      .map((input) => [String(input.id), String(input.value ?? '')]),
  );
}

/** The messages right above the fields, by the field's id; `''` for what belongs to none. */
export function errorsOf(card: Json): Record<string, string> {
  const errors: Record<string, string> = {};
  let wrong = '';
  for (const element of elementsOf(card)) {
    if (isWrong(element)) wrong += lineOf(element);
    else if (element.type?.startsWith('Input.') === true && wrong !== '') {
      errors[String(element.id)] = wrong;
      wrong = '';
    }
  }
  return wrong === '' ? errors : { ...errors, '': wrong };
}

function isWrong(element: Element): boolean {
  const runs = (element.inlines ?? []) as Json[];
  return runs.length > 0 && runs.every(({ color }) => color === 'Attention');
}

function lineOf(element: Element): string {
  if (element.type === 'TextBlock') return unescaped(String(element.text));
  if (element.type === 'RichTextBlock')
    return (element.inlines as (Json | string)[])
      .map((run) => (typeof run === 'string' ? run : String(run.text)))
      .join('');
  if (element.type === 'FactSet')
    return (element.facts as { title: string; value: string }[])
      .map(({ title, value }) => `${unescaped(title)}: ${unescaped(value)}`)
      .join('\n');
  if (element.type?.startsWith('Input.') === true)
    return [element.label, element.title, element.value].filter((part) => part !== undefined).join(': ');
  return '';
}

/** Markdown as it is read: without the backslashes and the marks that keep it from working. */
function unescaped(text: string): string {
  return text.replaceAll('\u200b', '').replace(/\\([^\w\s])/g, '$1');
}
