// The names that every plain object answers to although nobody put them there. What takes names from outside is tried with
// each of them, in every run.

export const INHERITED_NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'] as const;

/** Examples for a property of one name: `fc.assert(property, { examples: INHERITED_EXAMPLES })`. */
export const INHERITED_EXAMPLES: [string][] = INHERITED_NAMES.map((name) => [name]);

/** An object that really has this name, which a literal or an assignment would not give for `__proto__`. */
export function having<V>(name: string, value: V): Record<string, V> {
  return Object.fromEntries([[name, value]]);
}
