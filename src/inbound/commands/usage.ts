// What the language model was used for and what it cost: today and this month, of the whole desk or of one client.
import { textCard } from '../../../cards/text-card.ts';
import type { Core } from '../../core.ts';
import type { DeskClient } from '../../desk/desk-file.ts';
import { isTimeZone, startOfDay, startOfMonth } from '../../lib/local-time.ts';
import { nearest } from '../../lib/nearest.ts';
import { limitsOf } from '../../model/budget.ts';
import { createLedger, type Spent } from '../../model/ledger.ts';
import { counted, money, spendingInWords } from '../../notices/model-spending.ts';
import type { Person } from '../../people/person.ts';
import { say } from '../replies.ts';
import { type Command, usage as misuse } from './command.ts';

export const usage: Command = {
  name: 'usage',
  usage: 'usage [CLIENT]',
  summary: 'What the language model was used for, and what it cost',
  role: 'admin',
  typed: 'any_words_of_staff',
  run: async ({ core, person, words }) => {
    const id = words.find((word) => word.trim() !== '');
    const client = id === undefined ? undefined : core.desk.client(id);
    if (id !== undefined && !client) return noClient(core, id);
    const ledger = createLedger(core.database);
    // A client's day is the one its budget counts by.
    const zone = client?.timeZone ?? ownZone(person) ?? 'UTC';
    const now = core.clock.now().getTime();
    const [today, month] = await Promise.all([
      ledger.spent(client?.id, new Date(startOfDay(now, zone))),
      ledger.spent(client?.id, new Date(startOfMonth(now, zone))),
    ]);
    const title = `Model usage: ${client?.name ?? 'all clients'}`;
    if (month.runs + month.takenOver === 0) {
      const empty = 'The language model was not used this month. It plans requests once OPENAI_MODEL is set.';
      return say(textCard(title, [empty, ...(client ? budgetLines(core, client, today) : [])]));
    }
    return say(
      textCard(title, [
        `Today: ${spendingInWords(today)}`,
        `This month: ${spendingInWords(month)}`,
        ...(client ? budgetLines(core, client, today) : ['"usage CLIENT" shows one client and its budget.']),
      ]),
    );
  },
};

/** A platform's word, which may name a zone that is not known here. */
function ownZone({ timeZone }: Person): string | undefined {
  return timeZone !== undefined && isTimeZone(timeZone) ? timeZone : undefined;
}

function budgetLines(core: Core, client: DeskClient, today: Spent): readonly string[] {
  const { tokens, cost, currency } = limitsOf(core.desk, client.id);
  if (tokens === undefined && cost === undefined) return [`${client.name} has no daily budget.`];
  const left: string[] = [];
  if (tokens !== undefined) {
    const rest = Math.max(0, tokens - today.promptTokens - today.completionTokens);
    left.push(`${rest.toLocaleString('en')} of ${counted(tokens, 'token')}`);
  }
  if (cost !== undefined) {
    const paid = today.costs.find((entry) => entry.currency === currency)?.micros ?? 0;
    const micros = cost * 1_000_000;
    left.push(`${money({ micros: Math.max(0, micros - paid), currency })} of ${money({ micros, currency })}`);
  }
  return [`Left of today's budget (${client.timeZone}): ${left.join(', ')}.`];
}

function noClient(core: Core, id: string) {
  const ids = core.desk.desk.clients.map((client) => client.id);
  const near = nearest(id, ids);
  const hint = near ? `Did you mean ${near}?` : `Clients: ${ids.join(', ')}.`;
  return misuse(usage, `There is no client "${id.slice(0, 40)}". ${hint}`);
}
