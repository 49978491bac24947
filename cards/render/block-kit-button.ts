// Buttons as Block Kit: the action id names the kind of action, the value carries it whole.
import { encodeAction } from '../action.ts';
import type { Button } from '../card.ts';
import { type Block, plainText } from './block-kit-parts.ts';
import { cut, SLACK } from './limits.ts';
import { oneLine } from './neutralise.ts';

export function toButtons(buttons: readonly Button[]): Block {
  const seen = new Map<string, number>();
  const elements = buttons.slice(0, SLACK.actionsPerBlock).map((button) => {
    // Action ids must be unique within their block.
    const count = (seen.get(button.action.type) ?? 0) + 1;
    seen.set(button.action.type, count);
    return toButton(button, count === 1 ? button.action.type : `${button.action.type}#${count}`);
  });
  return { type: 'actions', elements };
}

function toButton(button: Button, actionId: string) {
  const spoken = button.spoken ? { accessibility_label: cut(oneLine(button.spoken), SLACK.spokenText) } : {};
  const style = button.style ? { style: button.style } : {};
  const confirm = button.confirm
    ? {
        confirm: {
          title: plainText(button.confirm.title, SLACK.confirmTitle),
          text: plainText(button.confirm.text, SLACK.confirmText),
          confirm: plainText(button.confirm.yes, SLACK.confirmButton),
          deny: plainText('Back', SLACK.confirmButton),
        },
      }
    : {};
  return {
    type: 'button',
    action_id: actionId,
    text: plainText(button.label, SLACK.buttonText),
    value: encodeAction(button.action),
    ...style,
    ...spoken,
    ...confirm,
  };
}
