import { validateBytes } from 'gltf-validator';
import { readGlb } from '../../../fixtures/gltf/model.ts';
import { shown } from '../oracles.ts';

/** The errors that the Khronos validator finds; its warnings are about taste. */
export async function faults(bytes: Uint8Array): Promise<string[]> {
  const { issues } = await validateBytes(new Uint8Array(bytes), { maxIssues: 20 });
  return issues.messages
    .filter(({ severity }) => severity === 0)
    .map(({ code, message, pointer }) => `${code} ${message} ${pointer ?? ''}`);
}

type View = { byteOffset?: number; byteLength: number };
type Description = {
  accessors: { bufferView: number }[];
  bufferViews: View[];
  images: { bufferView?: number; uri?: string }[];
  buffers: { uri?: string }[];
} & Record<string, unknown>;

/** What a viewer loads: the numbers of all accessors, the pictures decoded, and what ties them together. */
export async function loaded(bytes: Uint8Array): Promise<unknown> {
  const { json, bin } =
    bytes[0] === 0x7b
      ? readInline(bytes)
      : (readGlb(bytes) as unknown as { json: Description; bin: Uint8Array });
  const at = (i: number) => {
    const { byteOffset = 0, byteLength = 0 } = json.bufferViews[i] ?? { byteLength: 0 };
    return bin.subarray(byteOffset, byteOffset + byteLength);
  };
  const pictures = json.images.map(({ bufferView, uri = '' }) =>
    shown(bufferView === undefined ? Buffer.from(uri.split(',')[1] ?? '', 'base64') : at(bufferView)),
  );
  return {
    numbers: json.accessors.map(({ bufferView }) => [...at(bufferView)]),
    pictures: await Promise.all(pictures),
    rest: bare({ ...json, bufferViews: 0, buffers: 0, images: 0, asset: 0, extensionsUsed: 0 }),
  };
}

function readInline(bytes: Uint8Array): { json: Description; bin: Uint8Array } {
  const json = JSON.parse(Buffer.from(bytes).toString()) as Description;
  return { json, bin: Buffer.from(json.buffers[0]?.uri?.split(',')[1] ?? '', 'base64') };
}

/** Without names, extras and what no viewer knows. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !/^(?:name|extras|.*MWCANARY|KHR_xmp_json_ld)$/.test(key))
      .map(([key, each]) => [key, bare(each)]),
  );
}
