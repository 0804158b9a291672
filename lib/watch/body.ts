/**
 * The text of a page: in the encoding that its header names, else its own `<meta>`, else UTF-8 (after HTML Living Standard,
 * section 13.2.3.2 "Determining the character encoding"). A name that no decoder knows counts as none.
 */
export function decodeHtml(bytes: Uint8Array, contentType: string): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1_024));
  const [, named] = /charset\s*=\s*["']?([\w-]+)/i.exec(contentType) ?? [];
  const [, own] = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i.exec(start) ?? [];
  return decoderOf(named ?? own ?? 'utf-8').decode(bytes);
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}
