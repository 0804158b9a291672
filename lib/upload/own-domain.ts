/**
 * Which hosts belong to one owner, without the public suffix list (it weighs more than the whole guard). It is careful in one
 * direction: what may be two owners is called third party. The background, which has the list, has the last word.
 */

/** Second-level names that registries sell under, as in "example.co.uk". */
const SECOND_LEVEL = new Set(['ac', 'co', 'com', 'edu', 'go', 'gov', 'ne', 'net', 'nom', 'or', 'org']);

/** Domains under which strangers have neighbouring hosts. */
const SHARED = [
  'amazonaws.com',
  'aliyuncs.com',
  'appspot.com',
  'azurewebsites.net',
  'backblazeb2.com',
  'bcebos.com',
  'cloudflarestorage.com',
  'cloudfront.net',
  'github.io',
  'googleapis.com',
  'gradio.live',
  'herokuapp.com',
  'hf.space',
  'modal.run',
  'myqcloud.com',
  'netlify.app',
  'ngrok-free.app',
  'pages.dev',
  'r2.dev',
  'run.app',
  'supabase.co',
  'trycloudflare.com',
  'vercel.app',
  'web.app',
  'windows.net',
  'workers.dev',
];

/** Do two host names have the same owner, as far as the names tell? */
export function isSameOwner(host: string, other: string): boolean {
  return host === other || (host !== '' && ownDomain(host) === ownDomain(other));
}

/** The part of a host name that somebody registered: "studio.tripo3d.ai" gives "tripo3d.ai". Addresses and shared hosts stand for themselves. */
export function ownDomain(host: string): string {
  if (isAddress(host) || SHARED.some((suffix) => host.endsWith(`.${suffix}`))) return host;
  const labels = host.split('.');
  const [second = '', top = ''] = labels.slice(-2);
  return labels.slice(top.length === 2 && SECOND_LEVEL.has(second) ? -3 : -2).join('.');
}

/** Is this a domain under which strangers have neighbouring hosts? */
export function isShared(host: string): boolean {
  return SHARED.includes(host);
}

/** Is it an IP address? As `URL.hostname` writes it: IPv6 in brackets, IPv4 in four decimal parts. */
export function isAddress(host: string): boolean {
  return host.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(host);
}
