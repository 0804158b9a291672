import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import schema from '../../rules/site.schema.json' with { type: 'json' };
import { formatJson } from './format.ts';
import { inOrder } from './order.ts';

// Writes every rule and every site as the tests want to see it: `npm exec -- node test/rules/format-all.ts`.

writeAnew(new URL('../../rules/flags/', import.meta.url), (rule) => rule);
writeAnew(new URL('../../rules/sites/', import.meta.url), (site) => inOrder(site, schema));

function writeAnew(folder: URL, arranged: (value: unknown) => unknown): void {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const file = new URL(name, folder);
    writeFileSync(file, formatJson(arranged(JSON.parse(readFileSync(file, 'utf8')))));
  }
}
