// Builds the extension for both browsers into the folder of the first argument: `wxt build` has no option for that.
import { join } from 'node:path';
import { build } from 'wxt';

const [outDir] = process.argv.slice(2);
if (!outDir) throw new Error('say the folder to build into');
const root = join(import.meta.dirname, '../..');
for (const browser of ['chrome', 'firefox']) await build({ root, browser, outDir });
