import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { formatJson } from './format.ts';

// Writes every rule as the tests want to see it: `npm exec -- node test/rules/format-all.ts`.

const FOLDER = new URL('../../rules/flags/', import.meta.url);

for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.json'))) {
  const file = new URL(name, FOLDER);
  writeFileSync(file, formatJson(JSON.parse(readFileSync(file, 'utf8'))));
}
