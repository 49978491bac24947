// Tells the admins that something needs a look. Never throws: an alarm that fails is logged.
import type { Core } from '../core.ts';
import { errorText } from '../lib/errors.ts';
import { adminCopies, tellCopies } from './audience.ts';

/** @param key one alarm per key */
export function createAlarm(core: Core): (key: string, text: string) => void {
  return (key, text) => {
    void send(core, key, text).catch((error: unknown) => {
      core.log.error({ key, error: errorText(error) }, 'an alarm could not be sent');
    });
  };
}

async function send(core: Core, key: string, text: string): Promise<void> {
  const copies = await adminCopies(core);
  await core.unit(function* (work) {
    work.audit({ actor: 'system', verb: 'alarm.raised', subject: `alarm:${key}`, text });
    tellCopies(work, copies, { key: `alarm:${key}`, content: text });
  });
}
