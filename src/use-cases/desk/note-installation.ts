// What platforms say about the app itself: it was taken out of a place, or something came from a tenant that the desk does not
// list. Written to the log; nothing of the desk changes by it.
import type { ChatEvent } from '../../chat.ts';
import type { Core } from '../../core.ts';

export async function noteRemoval(
  core: Pick<Core, 'unit'>,
  event: Extract<ChatEvent, { type: 'removed' }>,
): Promise<void> {
  const { platform, tenant } = event.from;
  await core.unit(function* (work) {
    work.audit({
      actor: 'system',
      verb: 'installation.removed',
      subject: `installation:${platform}/${tenant}`,
      text: `The app was removed from ${platform} ${tenant}: ${event.reason}.`,
    });
  });
}

export async function noteRefusedTenant(core: Pick<Core, 'unit'>, tenant: string): Promise<void> {
  await core.unit(function* (work) {
    work.audit({
      actor: 'system',
      verb: 'tenant.refused',
      subject: `tenant:teams/${tenant}`,
      text: `Something of the Microsoft 365 tenant ${tenant.slice(0, 80)}, which the desk does not list, was refused.`,
    });
  });
}
