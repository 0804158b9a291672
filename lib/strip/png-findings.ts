import { type Bytes, fromLatin1, guessText, latin1, utf8, view } from './bytes.ts';
import { exifFindings } from './exif.ts';
import { foreignFiles } from './foreign.ts';
import { iptcFindings, photoshopFindings } from './photoshop.ts';
import { promptUnder } from './prompts.ts';
import { say } from './sentences.ts';
import type { Finding, FindingKind } from './types.ts';
import { size, words } from './words.ts';
import { xmpFindings } from './xmp.ts';
import { inflate } from './zlib.ts';

/** Longest text that is inflated to be shown; the chunk goes whatever it holds. */
const LONGEST_TEXT = 1_048_576;

/** How much of a chunk is searched for files of another kind. */
const GLANCE = 65_536;

/** Keywords with a meaning (PNG Third Edition, section 11.3.3.1, and what common writers add). Others are comments. */
const KEYWORDS: Record<string, FindingKind> = {
  Author: 'person',
  Copyright: 'person',
  'Creation Time': 'time',
  'date:create': 'time',
  'date:modify': 'time',
  'date:timestamp': 'time',
  Software: 'software',
  Source: 'device',
  Location: 'location',
};

type Read = (bytes: number) => Promise<Bytes>;

/** What a dropped chunk tells. `read` gives the first bytes of its data. At least one finding. */
export async function chunkFindings(type: string, length: number, read: Read): Promise<Finding[]> {
  const where = `PNG ${type}`;
  switch (type) {
    case 'tEXt':
    case 'zTXt':
    case 'iTXt':
      return textFindings(type, await read(LONGEST_TEXT));
    case 'eXIf':
      return exifFindings(await read(LONGEST_TEXT));
    case 'tIME':
      return [{ kind: 'time', where, value: timeOf(await read(7)) }];
    case 'caBX':
      return [{ kind: 'provenance', where, value: say('c2pa') }];
    default:
      return [{ kind: 'other', where, value: foreignFiles(await read(GLANCE))[0] ?? size(length) }];
  }
}

function timeOf(data: Bytes): string | undefined {
  if (data.length < 7) return undefined;
  const two = (at: number) => String(data[at]).padStart(2, '0');
  return `${view(data).getUint16(0)}-${two(2)}-${two(3)} ${two(4)}:${two(5)}:${two(6)}`;
}

async function textFindings(type: string, data: Bytes): Promise<Finding[]> {
  const keyEnd = Math.max(data.subarray(0, 80).indexOf(0), 0);
  const key = latin1(data, 0, keyEnd);
  const text = await textBytes(type, data.subarray(keyEnd + 1));
  const where = `PNG ${type} ${words(key)}`;
  if (key === 'XML:com.adobe.xmp') return xmpFindings(text);
  if (key.startsWith('Raw profile type ')) return rawProfileFindings(where, key.slice(17), text);
  const shown = type === 'tEXt' ? guessText(text) : utf8(text);
  const prompt = promptUnder(key, shown);
  if (prompt) return [{ kind: 'prompt', where, value: prompt }];
  const foreign = foreignFiles(text.subarray(0, GLANCE))[0];
  return [{ kind: KEYWORDS[key] ?? 'comment', where, value: foreign ?? (words(shown) || undefined) }];
}

/** The text of the three kinds of text chunk (section 11.3.3), inflated where it is compressed. `rest` follows the keyword. */
export async function textBytes(type: string, rest: Bytes): Promise<Bytes> {
  if (type === 'tEXt') return rest;
  if (type === 'zTXt') return (await inflate(rest.subarray(1), LONGEST_TEXT)).bytes;
  const language = rest.indexOf(0, 2);
  const translated = rest.indexOf(0, language + 1);
  const text = language < 0 || translated < 0 ? rest : rest.subarray(translated + 1);
  return rest[0] === 1 ? (await inflate(text, LONGEST_TEXT)).bytes : text;
}

/** ImageMagick's way to put whole blocks into text: a name, a length, and hexadecimal digits. */
async function rawProfileFindings(where: string, name: string, text: Bytes): Promise<Finding[]> {
  const digits = /^\s*\w*\s+\d+\s+([\da-fA-F\s]+)/.exec(latin1(text))?.[1]?.replaceAll(/\s/g, '') ?? '';
  const block = fromLatin1(
    digits.replaceAll(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16))),
  );
  const findings: Finding[] = [{ kind: 'other', where, value: size(block.length) }];
  if (latin1(block, 0, 4) === 'Exif') return [...findings, ...(await exifFindings(block.subarray(6)))];
  if (name === 'xmp') return [...findings, ...xmpFindings(block)];
  if (latin1(block, 0, 4) === '8BIM') return [...findings, ...photoshopFindings(block)];
  return name === 'iptc' ? [...findings, ...iptcFindings(block)] : findings;
}
