// The door for everything that people type: secrets are taken out before anything is written, so that neither the ticket nor a
// note, the log, a planner or a job ever holds them. The sense stays: "my password is [hidden]".
import type { ChatEvent } from '../chat.ts';
import type { Redactor } from '../secrets/redactor.ts';

/** The code of the first admin may look like anything; it is used once and then worth nothing. Who knows Slack types `/desk` too. */
const CLAIM = /^\/?(?:desk\s+)?claim\s+[\w-]{16}$/i;
/** The value belongs into the form; whoever types it here all the same is told so. */
const TYPED_SECRET = /^(\/?(?:desk\s+)?secret\s+set\s+\S+)\s+(\S+)(\s[\s\S]*)?$/i;

/** @param isClient whether this is a client's id, which may stand behind a secret's name */
export function hideSecrets(
  event: ChatEvent,
  redactor: Redactor,
  isClient: (id: string) => boolean,
): ChatEvent {
  switch (event.type) {
    case 'message': {
      const masked = <T extends { readonly name: string }>(named: T): T => ({
        ...named,
        name: redactor.text(named.name),
      });
      return {
        ...event,
        own: hideInText(event.own, redactor, isClient),
        // Other people's words hold no command of ours, so nothing in them is left alone.
        quoted: redactor.value(event.quoted),
        forwarded: redactor.value(event.forwarded),
        mentions: event.mentions.map(masked),
        files: event.files.map(masked),
      };
    }
    case 'command':
    case 'shortcut':
      return { ...event, text: hideInText(event.text, redactor, isClient) };
    case 'submission':
      // The one form that asks for a secret.
      return event.form.type === 'form.secret' ? event : { ...event, values: redactor.value(event.values) };
    default:
      return event;
  }
}

function hideInText(text: string, redactor: Redactor, isClient: (id: string) => boolean): string {
  const trimmed = text.trim();
  if (CLAIM.test(trimmed)) return text;
  const typed = TYPED_SECRET.exec(trimmed);
  if (!typed) return redactor.text(text);
  const [, command = '', first = '', rest] = typed;
  const client = isClient(first) ? first : '[hidden]';
  return `${command} ${client}${rest === undefined ? '' : ' [hidden]'}`;
}
