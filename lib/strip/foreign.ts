import { latin1 } from './bytes.ts';

/** Files that a program opens although a picture stands around them, so that the file is two things at once. In lower case. */
const FILES: readonly (readonly [signature: string, name: string])[] = [
  ['pk\x03\x04', 'a ZIP archive'],
  ['pk\x05\x06', 'a ZIP archive'],
  ['rar!\x1a\x07', 'a RAR archive'],
  ['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive'],
  ['%pdf-', 'a PDF document'],
  ['<!doctype html', 'a web page'],
  ['<html', 'a web page'],
  ['<script', 'a web page'],
  ['<?php', 'a web page'],
];

/** The names of such files that start, or end, in these bytes. */
export function foreignFiles(bytes: Uint8Array): string[] {
  const text = latin1(bytes).toLowerCase();
  return FILES.filter(([signature]) => text.includes(signature)).map(([, name]) => name);
}
