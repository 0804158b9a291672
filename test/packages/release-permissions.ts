/**
 * Writes down what the last build asks for, as the permissions of a release: `npm run build && node test/packages/release-permissions.ts`.
 * Only when a wider permission is meant, and CHANGELOG.md tells people of it: each asks everybody again who has the extension.
 */
import { writeFile } from 'node:fs/promises';
import { formatJson } from '../rules/format.ts';
import { manifestOf, permissionsOf } from './permissions.ts';

const released = {
  chromium: permissionsOf(await manifestOf('chromium')),
  firefox: permissionsOf(await manifestOf('firefox')),
};
await writeFile(new URL('released-permissions.json', import.meta.url), formatJson(released));
