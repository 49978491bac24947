// The commands that this person may use.
import type { Card, CardBlock } from './card.ts';

export interface HelpView {
  readonly prefix: string;
  readonly groups: readonly {
    readonly title: string;
    readonly commands: readonly { readonly usage: string; readonly summary: string }[];
  }[];
}

export function helpCard(view: HelpView): Card {
  const body = view.groups.flatMap((group): CardBlock[] => [
    { type: 'heading', text: group.title },
    {
      type: 'fields',
      fields: group.commands.map((command) => ({
        label: `${view.prefix}${command.usage}`,
        value: command.summary,
      })),
    },
  ]);
  return {
    title: 'What you can do',
    body: [
      {
        type: 'text',
        text: 'Write what you need in your own words, for example "I forgot my password". Or use a command:',
      },
      ...body,
    ],
  };
}
