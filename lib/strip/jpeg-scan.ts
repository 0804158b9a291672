import { isRestart } from './jpeg-reader.ts';
import type { Reading } from './window.ts';

export type ScanEnd = {
  /** Where the marker that ends the scan starts, or the end of the file. */
  end: number;
  /** Reserved markers stand in it: the coded data is damaged. */
  damaged: boolean;
};

/**
 * Finds where the entropy-coded data that starts at `start` ends (ITU-T T.81 section B.1.1.5): at the first marker that is neither a
 * stuffed zero nor a restart marker.
 */
export async function scanEnd(window: Reading, start: number): Promise<ScanEnd> {
  let at = start;
  let damaged = false;
  while (at < window.size) {
    const bytes = await window.from(at, 2);
    let i = bytes.indexOf(0xff);
    for (; i >= 0 && i + 1 < bytes.length; i = bytes.indexOf(0xff, i)) {
      const code = bytes[i + 1] ?? 0;
      if (code >= 0xc0 && !isRestart(code) && code !== 0xff) return { end: at + i, damaged };
      if (code > 0 && code < 0xc0) damaged = true;
      i += code === 0xff ? 1 : 2;
    }
    const lastByteOfFile = i >= 0 && at + i + 1 >= window.size;
    at += i < 0 || lastByteOfFile ? bytes.length : i;
  }
  return { end: window.size, damaged };
}
