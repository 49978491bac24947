// What the adaptivecards package, which knows the whole language, has against a card.
import { createRequire } from 'node:module';

// A plain import fails in Node: the package's modules leave out file extensions.
const { AdaptiveCard, HostConfig, SerializationContext }: typeof import('adaptivecards') = createRequire(
  import.meta.url,
)('adaptivecards/dist/adaptivecards.js');

/** How many buttons may stand at a card's foot is the platform's own rule, which the schema knows. */
const host = new HostConfig({ actions: { maxActions: 10 } });

/** Nothing for a good card. */
export function adaptiveProblems(json: unknown): string[] {
  const context = new SerializationContext();
  const card = new AdaptiveCard();
  card.hostConfig = host;
  card.parse(JSON.parse(JSON.stringify(json)), context);
  const parsed = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...parsed, ...card.validateProperties().validationEvents.map((event) => event.message)];
}
