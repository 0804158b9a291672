import { strip } from '../../lib/strip/index.ts';
import type { Format } from '../../lib/strip/types.ts';
import { fileOf } from '../fixtures/bytes.ts';
import { withoutScans, withoutScansWithin } from './jpeg-scans.ts';
import { withoutPixels } from './pixels.ts';
import { withoutDrawnText, withoutPartNames, withoutSceneNames } from './texts.ts';
import { withDecoded, withEachMember, withoutMemberNames, withUnpackedMembers } from './within.ts';

/** Formats with pictures written as text. */
const TEXTS: readonly Format[] = ['svg', 'gltf'];
const ARCHIVES: readonly Format[] = ['zip', '3mf', 'usdz'];
const MODELS: readonly Format[] = ['obj', 'mtl', 'ply', 'stl', 'fbx', 'gltf', 'glb', 'zip', '3mf', 'usdz'];
/** Of a package: its model, and what says which part belongs to which. */
const PART = /<(?:\w+:)?(?:model|Types|Relationships)[\s>]/;
/**
 * Formats in which a number or a sign that is damaged in its place moves things too: where samples, items or pixels start, what is the
 * name of an object, without the slash behind its folder, and whether a path starts at a root.
 */
const NUDGED: readonly Format[] = ['mp4', 'mov', 'heif', 'avif', 'tiff', 'bmp', 'fbx', 'mtl'];
const NOTHING = Buffer.alloc(0);

/**
 * The bytes of a clean file that must be free of canaries. What is put into the coded data of a JPEG, which has no length, is picture to every
 * decoder. So is what has come to stand where the tables of other formats say that there are pixels. Models and archives keep the names of
 * their files. `isMoved`: things do not stand where they stood in the file.
 */
export async function outsideOfPixels(format: Format, clean: Buffer, isMoved: boolean): Promise<Buffer> {
  if (format === 'jpeg') return withoutPixels(format, withoutScans(clean));
  if (isMoved && format === 'svg') return outsideOfDrawing(clean);
  if (isMoved && format === 'gltf') return withoutFileNames(await outsideOfModel(clean));
  if (ARCHIVES.includes(format)) return outsideOfMembers(clean);
  // A naked JPEG XL is coded data from its first byte to its last.
  if (isMoved && format === 'jxl' && clean[0] === 0xff) return NOTHING;
  const picture = TEXTS.includes(format)
    ? await withDecoded(clean, async (bytes) => bytes)
    : isMoved || NUDGED.includes(format)
      ? withoutPixels(format, clean)
      : clean;
  // Photos in models are cleaned as such.
  return MODELS.includes(format)
    ? withoutFileNames(withoutMemberNames(withoutScansWithin(withUnpackedMembers(picture))))
    : withoutScansWithin(picture);
}

/** The words of a drawing that are none of its names and not drawn, and the same of the pictures in it. */
async function outsideOfDrawing(clean: Buffer): Promise<Buffer> {
  const pictures: Buffer[] = [];
  const bare = await withDecoded(clean, async (bytes) => {
    pictures.push(await withinMoved(bytes));
    return NOTHING;
  });
  return Buffer.concat([Buffer.from(withoutDrawnText(bare.toString('latin1')), 'latin1'), ...pictures]);
}

/** Of a file beside the model: one with an ending, or words alone. */
const ADDRESS = /"uri":"(?:[\w./-]*|[^"*?<>|]*\.[A-Za-z\d]{1,5})"/g;

/** The description without what is written in base64; pictures, wherever they are; and what of the buffers is no number of the model. */
async function outsideOfModel(clean: Buffer): Promise<Buffer> {
  const { images = [], buffers = [], bufferViews = [] } = JSON.parse(clean.toString('utf8'));
  const bare = await withDecoded(clean, async () => NOTHING);
  const looked: Buffer[] = [Buffer.from(bare.toString('latin1').replaceAll(ADDRESS, ''), 'latin1')];
  for (const { uri } of images) looked.push(await withinMoved(bytesOf(uri)));
  for (const [i, { uri }] of buffers.entries()) {
    const bytes = bytesOf(uri);
    for (const [number, { buffer, byteOffset = 0, byteLength }] of bufferViews.entries()) {
      if (buffer !== i) continue;
      const isPicture = images.some((image: { bufferView?: number }) => image.bufferView === number);
      const view = bytes.subarray(byteOffset, byteOffset + byteLength);
      if (isPicture) looked.push(await withinMoved(Buffer.from(view)));
      view.fill(0);
    }
    looked.push(bytes);
  }
  return Buffer.concat(looked);
}

/** Of a data: URI; nothing for any other. */
function bytesOf(uri: unknown): Buffer {
  return Buffer.from(/^data:[^,]*;base64,(.*)$/s.exec(String(uri))?.[1] ?? '', 'base64');
}

async function outsideOfMembers(clean: Buffer): Promise<Buffer> {
  return withoutFileNames(withoutMemberNames(await withEachMember(clean, withinMoved)));
}

/** The same of a file within another one. Scenes and parts of packages are known only there; numbers of a model are of no format. */
async function withinMoved(bytes: Buffer): Promise<Buffer> {
  if (bytes.toString('latin1', 0, 7) === '#usda 1') return withoutSceneNames(bytes);
  const result = await strip(fileOf(bytes, 'within'));
  if (result.usable) return outsideOfPixels(result.format, bytes, true);
  return PART.test(bytes.toString('latin1', 0, 1_000)) ? withoutPartNames(bytes) : NOTHING;
}

/** What models keep of the files that belong to them: names, and folders that do not start at a disk or a root, which may have blanks in them. */
const FILE_NAME =
  /(?<=[\s"]|^)(?![a-z]:|[\\/])(?:(?!\s(?:[a-z]:|[\\/]))[^"\n])*\.(?:jpg|png|hdr|fbx|mtl)|[^\\/"\n]*\.(?:jpg|png|hdr|fbx|mtl)/gim;

/** A name that has lost the slash before it takes in the folder, and a folder the disk. */
function withoutFileNames(clean: Buffer): Buffer {
  return Buffer.from(clean.toString('latin1').replace(FILE_NAME, ''), 'latin1');
}
