// Entries of the closed lists with a part missing, or of a name that is on none: `tsc` fails here where one would compile.
import { z } from 'zod';
import type { Integration } from '../../src/integrations/integration.ts';
import type { Kind, Product } from '../../src/integrations/kind.ts';
import type { Change } from '../../src/integrations/sandbox/change-log.ts';
import { CONDITIONS, type Condition } from '../../src/policy/conditions.ts';
import type { PolicyRule } from '../../src/policy/policy.ts';
import { finder } from '../../src/tools/read-tool.ts';

declare const product: Product;

// @ts-expect-error a kind says whether it is real: its client would start in execute mode
export const mute: Kind = { settings: {}, connect: () => product };

// @ts-expect-error an integration says whether an outside program defined its tools
export const untold: Integration = { ...product, id: 'psa', real: true };

const { spelling: _, ...withoutSpelling } = CONDITIONS.ticket_type;
// @ts-expect-error a condition says when two of its values are the same
export const unspelt: Condition<string> = withoutSpelling;

// @ts-expect-error a condition of another form than its key
export const wrongForm: Condition<string> = { ...CONDITIONS.ticket_type, form: z.number() };

// @ts-expect-error a rule has no key that is on no list
export const unknownKey: PolicyRule = { tool: 'x', policy: 'auto', priority: 4 };

// @ts-expect-error no port has this verb
export const unknownVerb: Change = { key: 'k', at: 0, verb: 'enablePerson', args: {} };

// @ts-expect-error no tool of the desk has this name
export const unknownTool = () => finder('find_badges', 'Find badges', async () => []);
