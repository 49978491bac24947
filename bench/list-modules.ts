// Loaded before a measured process: notes which packages it opens files of, as the module loaders see them.
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const file = String(process.env.BENCH_MODULES);
const seen = new Set<string>();
appendFileSync(file, '');
registerHooks({
  load: (url, context, next) => {
    const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[0];
    if (found !== undefined && !seen.has(found)) {
      seen.add(found);
      appendFileSync(file, `${found}\n`);
    }
    return next(url, context);
  },
});
