import { type Bytes, fromLatin1, latin1 } from './bytes.ts';
import { Misfit } from './misfit.ts';
import { say } from './sentences.ts';

const STEP = 0x6000;

export type DataUri = { type: string; bytes: Bytes };

/** The file in a data: URI (RFC 2397) that is coded in base64; null for any other URI. Throws `Misfit` when the code is broken. */
export function readDataUri(uri: string): DataUri | null {
  const comma = uri.indexOf(',');
  const head = /^data:([^;,]*)(?:;[^;,]*)*;base64$/i.exec(uri.slice(0, Math.max(comma, 0)));
  return head ? { type: head[1] ?? '', bytes: decode(uri.slice(comma + 1)) } : null;
}

function decode(code: string): Bytes {
  try {
    return fromLatin1(atob(code));
  } catch {
    throw new Misfit(say('inner_code'));
  }
}

export function writeDataUri({ type, bytes }: DataUri): string {
  const pieces = [`data:${type};base64,`];
  for (let at = 0; at < bytes.length; at += STEP) pieces.push(btoa(latin1(bytes, at, at + STEP)));
  return pieces.join('');
}
