/** How the catalogue gets into a bundle, where there is no folder to read: as data, each part with only what its readers need. */
import { basename, dirname } from 'node:path';
import type { Plugin } from 'vite';
import { coresOf, knownHostsOf, placesOf } from '../../lib/sites/parts.ts';
import type { SiteCard } from '../../lib/sites/types.ts';
import { readCards } from './read.ts';

const PARTS: Record<string, (cards: readonly SiteCard[]) => [name: string, value: unknown]> = {
  'index.ts': (cards) => ['SITES', coresOf(cards)],
  'cards.ts': (cards) => ['CARDS', cards],
  'places.ts': (cards) => ['PLACES', placesOf(cards)],
  'hosts.ts': (cards) => ['KNOWN_HOSTS', knownHostsOf(cards)],
};

/** In a bundle a card is a file of the package. It is data that is read, not a script that is run. */
const READ_CARD =
  "export const readCard = async (id) => (await fetch('/sites/' + encodeURIComponent(id) + '.json')).json();";

/** Puts the files of this folder, and `extra` sites that only one kind of build knows, in the place of the modules that read them. */
export function bundleSites(extra: readonly SiteCard[]): Plugin {
  return {
    name: 'meshwarden:sites',
    load(id) {
      if (dirname(id) !== import.meta.dirname) return null;
      const cards = [...readCards(), ...extra];
      if (basename(id) === 'one.ts') {
        for (const card of cards) {
          this.emitFile({ type: 'asset', fileName: `sites/${card.id}.json`, source: JSON.stringify(card) });
        }
        return READ_CARD;
      }
      const part = PARTS[basename(id)];
      if (!part) return null;
      const [name, value] = part(cards);
      // A text that is parsed starts faster than the same object written out (V8, "The cost of JavaScript in 2019").
      return `export const ${name} = /* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
    },
  };
}
