import { latin1 } from './bytes.ts';
import { say } from './sentences.ts';

/** Files that a program opens although a picture stands around them, so that the file is two things at once. In lower case. */
const FILES: readonly (readonly [signature: string, name: string])[] = [
  ['pk\x03\x04', say('a_zip')],
  ['pk\x05\x06', say('a_zip')],
  ['rar!\x1a\x07', say('a_rar')],
  ['7z\xbc\xaf\x27\x1c', say('a_7z')],
  ['%pdf-', say('a_pdf')],
  ['<!doctype html', say('a_web_page')],
  ['<html', say('a_web_page')],
  ['<script', say('a_web_page')],
  ['<?php', say('a_web_page')],
];

/** The names of such files that start, or end, in these bytes. */
export function foreignFiles(bytes: Uint8Array): string[] {
  const text = latin1(bytes).toLowerCase();
  return FILES.filter(([signature]) => text.includes(signature)).map(([, name]) => name);
}
