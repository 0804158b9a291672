/** The bytes of a response's body, or null as soon as there are more than `cap`; the rest is then not fetched. */
export async function readCapped(response: Response, cap: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    size += next.value.byteLength;
    if (size > cap) {
      // Not waited for: a server that never ends its answer may not end it now either.
      reader?.cancel().catch(() => {});
      return null;
    }
    chunks.push(next.value);
  }
  return joined(chunks, size);
}

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

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}
