import { t } from '../i18n.ts';
import type { Oddity } from '../upload/remarks.ts';
import type { Endpoint } from '../upload/types.ts';

/** How an upload would get there, and what is odd about the address, in the person's language. */
export function endpointLine({ way, odd }: Pick<Endpoint, 'way' | 'odd'>): string {
  return [t(`guard_to_${way}`), ...odd.map(oddityLine)].join(' ');
}

/** "It uses an unusual port (8443)." */
export function oddityLine({ id, about = '' }: Oddity): string {
  return t(`guard_to_${id}`, about);
}
