// Buttons of Adaptive Cards. Decides which kind of action a button becomes; never what it means.
import { encodeAction, type FormAction, opensForm } from '../action.ts';
import type { Button, Card } from '../card.ts';
import type { AdaptiveElement } from './adaptive-text.ts';
import { TEAMS_LIMITS } from './limits.ts';
import { shortLine } from './neutralise.ts';

/** `dialog` is Teams; without it every button is an `Action.Execute`, as the playground's page wants it. */
export type FormStyle = 'dialog' | undefined;

/**
 * A click comes back as `adaptiveCard/action` with `verb` = the action's type and `data.action` = the encoded action.
 * A button that opens a form comes back as `task/fetch` with the same `data.action` where forms are dialogs.
 */
export function buttonAction({ label, style, action, spoken }: Button, forms: FormStyle): AdaptiveElement {
  const tooltip = shortLine(spoken ?? '', TEAMS_LIMITS.tooltip);
  const data = { action: encodeAction(action) };
  const look = {
    ...(style === undefined ? {} : { style: style === 'primary' ? 'positive' : 'destructive' }),
    ...(tooltip === '' ? {} : { tooltip }),
  };
  const title = shortLine(label, TEAMS_LIMITS.button) || '–';
  // The only kind of button that opens a dialog. Source: learn.microsoft.com "Use dialogs with bots".
  if (forms === 'dialog' && opensForm(action))
    return { type: 'Action.Submit', title, data: { msteams: { type: 'task/fetch' }, ...data }, ...look };
  // Without a verb Teams does not route the click (microsoft/teams.ts, issue 368).
  return { type: 'Action.Execute', title, verb: action.type, data, ...look };
}

/** Sends a form: `data.form` has the encoded form action beside the fields. A dialog sends `task/submit` for a submit only. */
export function submitAction(label: string, action: FormAction, forms: FormStyle): AdaptiveElement {
  const title = shortLine(label, TEAMS_LIMITS.button) || '–';
  const data = { form: encodeAction(action) };
  return forms === 'dialog'
    ? { type: 'Action.Submit', title, data, style: 'positive' }
    : { type: 'Action.Execute', title, verb: 'form', data, style: 'positive' };
}

/**
 * What makes Teams ask for a newer state of the card by itself: verb `refresh`, `data.refresh` = the approval's id.
 * Undefined for cards without a decision to make.
 * @param userIds Teams ids (`29:…`); more than Teams refreshes are left out, nobody disables the automatic refresh
 */
export function refreshOf(card: Card, userIds: readonly string[]): object | undefined {
  const actions = (card.buttons ?? []).map(({ action }) => action);
  const decision = actions.find((action) => action.type === 'approval.approve');
  if (decision === undefined) return undefined;
  return {
    action: {
      type: 'Action.Execute',
      title: 'Refresh',
      verb: 'refresh',
      data: { refresh: decision.approvalId },
    },
    userIds: [...new Set(userIds)].slice(0, TEAMS_LIMITS.refresh),
  };
}
