/**
 * Match patterns of the WebExtensions API (MDN, "Match patterns in extension manifests"), with one scheme each: `https`, or `http` for
 * what the person adds.
 */

type Pattern = { scheme: string; host: string; anySubdomain: boolean; path: string };

/** Does the page at `url` fall under `pattern` ("https://*.hf.space/*")? Ports are ignored, as browsers do. */
export function matchesPattern(url: URL, pattern: string): boolean {
  const parsed = parsePattern(pattern);
  if (!parsed || url.protocol !== `${parsed.scheme}:`) return false;
  return hostMatches(url.hostname, parsed) && pathMatches(url.pathname + url.search, parsed.path);
}

/** The host permission a pattern needs: the same host, every path. */
export function originOf(pattern: string): string {
  const parsed = parsePattern(pattern);
  if (!parsed) throw new Error(`not a match pattern: ${pattern}`);
  return `${parsed.scheme}://${parsed.anySubdomain ? '*.' : ''}${parsed.host}/*`;
}

function parsePattern(pattern: string): Pattern | null {
  const [, scheme, star, host, path] = /^(https?):\/\/(\*\.)?([^/*]+)(\/.*)$/.exec(pattern) ?? [];
  return scheme && host && path ? { scheme, host, anySubdomain: star !== undefined, path } : null;
}

function hostMatches(hostname: string, { host, anySubdomain }: Pattern): boolean {
  return hostname === host || (anySubdomain && hostname.endsWith(`.${host}`));
}

/** `*` stands for any run of characters. Matched piece by piece, first fit first: linear, and no regular expression to feed. */
function pathMatches(path: string, glob: string): boolean {
  const pieces = glob.split('*');
  const first = pieces.shift() ?? '';
  const last = pieces.pop();
  if (last === undefined) return path === first;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const piece of pieces) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}
