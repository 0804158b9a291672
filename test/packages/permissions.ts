import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtExtension } from '../browser/harness/build.ts';
import type { BrowserKind } from '../tools/browsers.ts';

/** What a build may do, as its manifest says: everything that a browser asks a person about, or tells them. */
export type Permissions = {
  permissions: string[];
  optional: string[];
  /** Match patterns of host permissions, and of the pages that scripts are put into. */
  hosts: string[];
  optionalHosts: string[];
};

type Manifest = {
  version: string;
  permissions?: string[];
  optional_permissions?: string[];
  host_permissions?: string[];
  optional_host_permissions?: string[];
  content_scripts?: { matches: string[] }[];
  web_accessible_resources?: unknown[];
  content_security_policy?: { extension_pages: string };
  commands?: Record<string, { suggested_key?: { default: string } }>;
  options_ui?: { page: string; open_in_tab?: boolean };
};

/** The manifest of the build under test. */
export async function manifestOf(kind: BrowserKind): Promise<Manifest> {
  return JSON.parse(await readFile(join(builtExtension(kind), 'manifest.json'), 'utf8'));
}

/** What a manifest asks for. */
export function permissionsOf(manifest: Manifest): Permissions {
  const pages = (manifest.content_scripts ?? []).flatMap(({ matches }) => matches);
  return {
    permissions: sorted(manifest.permissions),
    optional: sorted(manifest.optional_permissions),
    hosts: sorted([...(manifest.host_permissions ?? []), ...pages.map(wholeHost)]),
    optionalHosts: sorted(manifest.optional_host_permissions),
  };
}

/** What `now` asks for that `before` did not, each with the kind of permission it is. */
export function widened(before: Permissions, now: Permissions): string[] {
  const kinds = Object.keys(now) as (keyof Permissions)[];
  return kinds.flatMap((kind) =>
    now[kind].filter((each) => !before[kind].includes(each)).map((each) => `${kind}: ${each}`),
  );
}

/** Browsers ask for hosts, not for paths. */
function wholeHost(pattern: string): string {
  return pattern.replace(/^([a-z]+:\/\/[^/]+)\/.*$/, '$1/*');
}

function sorted(list: string[] = []): string[] {
  return [...new Set(list)].sort();
}
