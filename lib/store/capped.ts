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

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}
