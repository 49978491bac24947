// Buttons of Slack: each carries its action as text and nothing else.
import { encodeAction } from '../action.ts';
import type { Button } from '../card.ts';
import type { Block, ButtonElement } from './block-kit-types.ts';
import { SLACK_LIMITS } from './limits.ts';
import { shortLine } from './neutralise.ts';
import { plainLine } from './slack-text.ts';

/** One block with these buttons, or none. Slack wants an `action_id` that is unique in its block. */
export function actionsBlock(buttons: readonly Button[] | undefined): Block[] {
  const seen = new Map<string, number>();
  const elements: ButtonElement[] = [];
  for (const button of (buttons ?? []).slice(0, SLACK_LIMITS.actions)) {
    const value = encodeAction(button.action);
    // Cutting it would make another action of it.
    if (value.length > SLACK_LIMITS.button.value) continue;
    const count = (seen.get(button.action.type) ?? 0) + 1;
    seen.set(button.action.type, count);
    elements.push(element(button, value, count));
  }
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

function element(button: Button, value: string, count: number): ButtonElement {
  const { label, style, spoken, confirm, action } = button;
  const limits = SLACK_LIMITS;
  return {
    type: 'button',
    text: plainLine(label, limits.button.text),
    action_id: count === 1 ? action.type : `${action.type}#${count}`,
    value,
    ...(style === undefined ? {} : { style }),
    ...(spoken === undefined || spoken.trim() === ''
      ? {}
      : { accessibility_label: shortLine(spoken, limits.button.accessibilityLabel) }),
    ...(confirm === undefined
      ? {}
      : {
          confirm: {
            title: plainLine(confirm.title, limits.confirm.title),
            text: plainLine(confirm.text, limits.confirm.text),
            confirm: plainLine(confirm.yes, limits.confirm.button),
            deny: plainLine('Cancel', limits.confirm.button),
            ...(style === undefined ? {} : { style }),
          },
        }),
  };
}
