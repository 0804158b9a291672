import type { SiteCard } from '../../lib/sites/types.ts';

/** The pretend generator that `npm start` serves. It is in the catalogue of the demo build only. */
export const DEMO_SITE: SiteCard = {
  id: 'demo-forge',
  name: 'Demo Forge',
  vendor: 'nobody: a pretend vendor on this machine',
  status: 'live',
  home: 'https://forge.meshwarden.test/',
  purposes: ['image-to-3d'],
  uploads: ['image', '3d'],
  pages: [{ pattern: 'https://forge.meshwarden.test/*', seen: 'primary' }],
  uploadHosts: ['forge.meshwarden.test'],
  policies: [
    { kind: 'privacy', url: 'https://forge.meshwarden.test/privacy', seen: 'primary' },
    { kind: 'terms', url: 'https://forge.meshwarden.test/terms', seen: 'primary' },
  ],
  facts: {},
  channels: [],
  checked: '2026-11-22',
};
