import type { Site } from '../../lib/sites/types.ts';

/** The pretend generator that `npm start` serves. It is in the catalogue of the demo build only. */
export const DEMO_SITE: Site = {
  id: 'demo-forge',
  name: 'Demo Forge',
  vendor: 'nobody: a pretend vendor on this machine',
  home: 'https://forge.meshwarden.test/',
  pages: [{ pattern: 'https://forge.meshwarden.test/*', seen: 'primary' }],
  uploadHosts: ['forge.meshwarden.test'],
  policies: [
    { kind: 'privacy', url: 'https://forge.meshwarden.test/privacy', seen: 'primary' },
    { kind: 'terms', url: 'https://forge.meshwarden.test/terms', seen: 'primary' },
  ],
  checked: '2026-11-22',
};
