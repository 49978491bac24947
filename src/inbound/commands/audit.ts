// The audit log from chat: whether it verifies, and where it stands.
import { AuditVerifier } from '../../audit/verify.ts';
import type { Core } from '../../core.ts';
import { say } from '../replies.ts';
import type { Command } from './command.ts';

const PAGE = 500;

export const audit: Command = {
  name: 'audit',
  usage: 'audit',
  summary: 'Check the audit log and show its head',
  role: 'admin',
  typed: 'any_words_of_staff',
  run: async ({ core }) => {
    const verdict = await verifyLog(core);
    if (!verdict.ok) return say(`The audit log is NOT intact: entry ${verdict.seq}: ${verdict.why}.`);
    return say(
      `The audit log is intact: ${verdict.entries} entries, head ${verdict.lastHash.slice(0, 16)}. "deskhand audit verify" checks it offline, signed heads included.`,
    );
  },
};

async function verifyLog(core: Pick<Core, 'audit'>) {
  const verifier = new AuditVerifier();
  for (let after = 0; ; ) {
    const page = await core.audit.page(after, PAGE);
    for (const entry of page) verifier.add(entry);
    const last = page.at(-1);
    if (!last) return verifier.finish();
    after = last.seq;
    // Between pages the event loop is free for acknowledgements.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
