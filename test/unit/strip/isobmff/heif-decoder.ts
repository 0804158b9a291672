import { createHash } from 'node:crypto';
import libheif, { type HeifImage } from 'libheif-js/wasm-bundle.js';

/** Every picture of an HEIF file as libheif decodes it (HEVC and AV1, turned and cropped): width, height and a hash of its pixels. */
export async function heifPictures(bytes: Uint8Array): Promise<string[]> {
  const decoder = new libheif.HeifDecoder();
  const pictures = decoder.decode(bytes);
  return Promise.all(pictures.map(pixels));
}

function pixels(picture: HeifImage): Promise<string> {
  const [width, height] = [picture.get_width(), picture.get_height()];
  const target = { data: new Uint8ClampedArray(width * height * 4), width, height };
  return new Promise((resolve) => {
    picture.display(target, (shown) => {
      const hash = shown ? createHash('sha256').update(shown.data).digest('hex') : 'undecodable';
      resolve(`${width} × ${height}: ${hash}`);
    });
  });
}
