import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

type Permissions = { explicit_host?: string[] };
/** What Chromium writes down of an extension in a profile. */
type Kept = {
  location: number;
  creation_flags: number;
  active_permissions?: Permissions;
  granted_permissions?: Permissions;
  runtime_granted_permissions?: Permissions;
};

/** "Load unpacked" (Chromium's `ManifestLocation`). */
const UNPACKED = 4;
/** Chromium sets this flag where a debugger has loaded the extension, and forgets such a one when it starts again. */
const BY_DEBUGGER = 1 << 15;

/**
 * Makes an extension that a test has loaded one that a person has loaded, which Chromium keeps, and gives it host permissions that it
 * may only ask for, as that person would. To be called while no Chromium runs in the profile. On macOS and Windows Chromium seals its
 * preferences, and takes no such change.
 */
export async function keepExtension(profile: string, hosts: readonly string[] = []): Promise<void> {
  const file = join(profile, 'Default', 'Preferences');
  const preferences = JSON.parse(await readFile(file, 'utf8'));
  for (const kept of Object.values<Kept>(preferences.extensions.settings)) {
    if (kept.location !== UNPACKED) continue;
    kept.creation_flags &= ~BY_DEBUGGER;
    for (const kind of [
      'active_permissions',
      'granted_permissions',
      'runtime_granted_permissions',
    ] as const) {
      const { explicit_host = [], ...others } = kept[kind] ?? {};
      kept[kind] = { ...others, explicit_host: [...explicit_host, ...hosts] };
    }
  }
  await writeFile(file, JSON.stringify(preferences));
}
