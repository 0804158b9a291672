// Makes the Firefox package and its sources in the folder of the first argument: `wxt zip` has no option for that.
import { join } from 'node:path';
import { zip } from 'wxt';

const [outDir] = process.argv.slice(2);
if (!outDir) throw new Error('say the folder to zip into');
await zip({ root: join(import.meta.dirname, '../..'), browser: 'firefox', outDir });
