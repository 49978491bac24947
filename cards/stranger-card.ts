// For admins: somebody wrote whom the desk does not know. Where a link can be proposed, they confirm or refuse it.
import type { Card } from './card.ts';

export interface StrangerView {
  readonly identityId: string;
  readonly name: string;
  readonly email: string | undefined;
  readonly platform: string;
  readonly reason: string;
  /** The client that the e-mail address points to; undefined: nothing to confirm. */
  readonly client: string | undefined;
  readonly outcome?: string | undefined;
}

export function strangerCard(view: StrangerView): Card {
  const canConfirm = view.client !== undefined && view.email !== undefined && view.outcome === undefined;
  return {
    title: 'Somebody the desk does not know',
    ...(view.outcome ? { status: { text: view.outcome, tone: 'neutral' as const } } : {}),
    body: [
      {
        type: 'fields',
        fields: [
          { label: 'Name', value: view.name },
          { label: 'E-mail', value: view.email ?? 'not shown by the platform' },
          { label: 'Platform', value: view.platform },
          { label: 'Would belong to', value: view.client ?? 'no client' },
        ],
      },
      { type: 'text', text: view.reason, muted: true },
    ],
    buttons: canConfirm
      ? [
          {
            label: `Confirm: this is ${view.name}`,
            style: 'primary',
            action: { type: 'identity.confirm', identityId: view.identityId },
            confirm: {
              title: 'Confirm this person?',
              text: `${view.name} (${view.email ?? ''}) may then ask for help as an employee of ${view.client ?? ''}. Make sure by another way that it is them.`,
              yes: 'Confirm',
            },
          },
          {
            label: 'Refuse',
            style: 'danger',
            action: { type: 'identity.refuse', identityId: view.identityId },
          },
        ]
      : [],
  };
}
