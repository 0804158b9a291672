/** One part of a `multipart/form-data` body: a file when `name` is set, else a plain field. */
export type FormPart = { field: string; name?: string; type: string; bytes: Buffer };

/**
 * Splits a `multipart/form-data` body into its parts (RFC 7578, RFC 2046 section 5.1.1).
 * `type` is the request's Content-Type with its boundary; any other type gives no parts.
 */
export function formParts(type: string, body: Buffer): FormPart[] {
  const boundary = /^multipart\/form-data\b.*boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (!boundary) return [];
  return pieces(body, Buffer.from(`--${boundary}`)).flatMap(formPart);
}

function pieces(body: Buffer, delimiter: Buffer): Buffer[] {
  const found: Buffer[] = [];
  let at = body.indexOf(delimiter);
  while (at >= 0) {
    const next = body.indexOf(delimiter, at + delimiter.length);
    if (next < 0) break;
    found.push(body.subarray(at + delimiter.length + 2, next - 2));
    at = next;
  }
  return found;
}

function formPart(piece: Buffer): FormPart[] {
  const end = piece.indexOf('\r\n\r\n');
  if (end < 0) return [];
  const head = piece.subarray(0, end).toString('utf8');
  const field = /;\s*name="([^"]*)"/i.exec(head)?.[1];
  if (field === undefined) return [];
  const name = /;\s*filename="([^"]*)"/i.exec(head)?.[1];
  const type = /^content-type:\s*(.+)$/im.exec(head)?.[1]?.trim() ?? 'text/plain';
  return [{ field, name, type, bytes: piece.subarray(end + 4) }];
}
