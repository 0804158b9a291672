import { openAsBlob, readFileSync, statSync } from 'node:fs';
import { strip } from '../../../lib/strip/index.ts';
import { INPUTS, writeInput } from './inputs.ts';
import { exiftoolOnce, PEERS, type Tool } from './tools.ts';

const MEGABYTES = [0.1, 1, 10, 50, 200];
/** Peers hold a file in memory several times over. */
const LARGEST_FOR_PEERS = 50;
const ROUNDS = 5;

/** Milliseconds. */
type Time = { clock: number; processor: number };

export type Row = Record<string, string>;

/**
 * Times by format and size: one read of the file, our cleaning of it from the disk, and the peers on its bytes in memory. By the clock, and of
 * the processor, for which it does not matter what else runs on the machine; peers by the processor, the process of ExifTool by the clock.
 */
export async function speed(
  folder: string,
  formats: readonly string[] = Object.keys(INPUTS),
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const format of formats) {
    for (const megabytes of MEGABYTES) {
      const path = await writeInput(folder, format, megabytes * 1_000_000);
      rows.push({ format, MB: String(megabytes), ...(await compared(path, megabytes)) });
    }
  }
  return rows;
}

async function compared(path: string, megabytes: number): Promise<Row> {
  const read = await best(async () => void (await (await openAsBlob(path)).arrayBuffer()));
  const { file, counted } = await counting(path);
  const { usable } = await strip(file);
  const share = (100 * counted.bytes) / statSync(path).size;
  const ours = await best(async () => void (await strip(new File([await openAsBlob(path)], 'input'))));
  const row: Row = {
    'one read, ms': read.clock.toFixed(1),
    'Meshwarden, ms': usable ? ours.clock.toFixed(1) : 'held',
    'of one read': `${(ours.clock / read.clock).toFixed(2)}x`,
    'by the processor': `${(ours.processor / read.processor).toFixed(2)}x`,
    'bytes read': `${share.toFixed(share < 10 ? 2 : 0)}%`,
  };
  if (megabytes > LARGEST_FOR_PEERS) return row;
  const bytes = new Uint8Array(readFileSync(path));
  for (const [name, tool] of Object.entries(PEERS)) row[name] = await times(tool, bytes, ours.processor);
  const { clock } = await best(async () => exiftoolOnce(path), 1);
  row['ExifTool process'] = `${(clock / ours.clock).toFixed(0)}x`;
  return row;
}

/** How many times as long as ours a peer takes. */
async function times(tool: Tool, bytes: Uint8Array, ours: number): Promise<string> {
  try {
    return `${((await best(async () => void (await tool(bytes)), 3)).processor / ours).toFixed(1)}x`;
  } catch {
    return '-';
  }
}

/** The file from the disk, and how many of its bytes are asked for: of a stream all, though it may be left early. */
async function counting(path: string): Promise<{ file: File; counted: { bytes: number } }> {
  const counted = { bytes: 0 };
  const file = new File([await openAsBlob(path)], 'input');
  const slice = file.slice.bind(file);
  const stream = file.stream.bind(file);
  file.stream = () => {
    counted.bytes += file.size;
    return stream();
  };
  const whole = file.arrayBuffer.bind(file);
  file.arrayBuffer = () => {
    counted.bytes += file.size;
    return whole();
  };
  file.slice = (...range) => {
    const part = slice(...range);
    const read = part.arrayBuffer.bind(part);
    part.arrayBuffer = () => {
      counted.bytes += part.size;
      return read();
    };
    return part;
  };
  return { file, counted };
}

/** The shortest of a few times: what else runs on the machine only makes them longer. */
async function best(work: () => Promise<void>, rounds = ROUNDS): Promise<Time> {
  const shortest: Time = { clock: Number.POSITIVE_INFINITY, processor: Number.POSITIVE_INFINITY };
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    const start = performance.now();
    await work();
    shortest.clock = Math.min(shortest.clock, performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    shortest.processor = Math.min(shortest.processor, (user + system) / 1000);
  }
  return shortest;
}
