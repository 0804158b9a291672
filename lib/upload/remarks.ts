/** What can be said about an address, in English; `$1` is what it is said of. Pure. The words that people read are `guard_to_*`. */
export const REMARKS = {
  unreadable: 'The address cannot be read.',
  inside: 'It stays in the browser.',
  encrypted: 'The connection is encrypted.',
  unknown_kind: 'This kind of address is not known to be safe.',
  this_computer: 'It stays on this computer.',
  local_network: 'It goes unencrypted over your local network: anyone on it can read along.',
  number: 'It goes unencrypted to a bare number address: nobody can tell who is there.',
  clear: 'It goes unencrypted: anyone on the way can read and change it.',
  user_name: 'The address carries a user name, a common trick to hide the real host.',
  port: 'It uses an unusual port ($1).',
  letters: 'The host name has letters that can pass for others.',
  looks_like: 'The host name looks like $1 and is not.',
  bears_name: 'It bears the name of $1, but belongs to somebody else.',
} as const;

/** What is odd about an address, beside how it is encrypted. */
export const ODDITIES = ['user_name', 'port', 'letters', 'looks_like', 'bears_name'] as const;

export type RemarkId = keyof typeof REMARKS;
export type OddityId = (typeof ODDITIES)[number];
/** `about` is the port, the host or the name that it is said of. */
export type Oddity = { id: OddityId; about?: string };

/** A remark in English. */
export function remark(id: RemarkId, about = ''): string {
  return REMARKS[id].replace('$1', about);
}
