import type { Range } from './tiff-pixels.ts';

/** Lines of the header of a PLY that name an element or a property: readers find what they know by these names. */
const PLY_NAME = /^(?:element (?=\S+ \d+[ \t]*[\r\n])|property (?:list \w+ )?\w+ (?=\S+[ \t]*[\r\n]))(\S+)/gm;
/** The name of a node, before its colon, as programs write names of kinds: nobody can know all there are. */
const FBX_NODE = /^[ \t]*(\w{1,64}):/gm;
/** The name of an object, behind its kind, by which others refer to it. */
const FBX_OBJECT = /"\w+::([^"\n]*)"/g;
/** The value of the properties by whose text a model is drawn. */
const FBX_CHOICE =
  /^[ \t]*(?:P|Property): "(?:UVSet|Shading ?Model|DefaultCamera|ActiveAnimStackName)"((?:, ?"[^"\n]*")+)/gm;

/** The own name of a file that belongs to the scene, without the folders before it and the letters of its kind. */
const FBX_FILE = /^[ \t]*(?:Relative)?File[nN]ame: "(?:[^"\n]*[\\/])?([^"\\/\n]*?)(?:\.\w{1,5})?"/gm;
/** The same at the end of a statement that names a picture, where it ends in the letters of its kind. */
const MTL_FILE =
  /^[ \t]*(?:map_\w+|bump|disp|decal|refl|norm)[ \t](?:[^\r\n]*[\\/])?([^\\/\r\n]*)\.[A-Za-z]\w{0,4}[ \t]*\r?$/gim;

/** Names in a PLY that it cannot do without. */
export function plyNames(file: Buffer): Range[] {
  const text = file.toString('latin1');
  return places(text.slice(0, text.search(/^end_header/m)), PLY_NAME);
}

/** Names in the text form of an FBX that it cannot do without. */
export function fbxNames(file: Buffer): Range[] {
  const text = file.toString('latin1');
  return [FBX_NODE, FBX_OBJECT, FBX_CHOICE, FBX_FILE].flatMap((name) => places(text, name));
}

/** Names of the pictures of a material. */
export function mtlNames(file: Buffer): Range[] {
  return places(file.toString('latin1'), MTL_FILE);
}

/** Where the first group of `pattern` stands, each time. */
function places(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map(({ 0: all, 1: name = '', index }) => {
    const end = index + all.lastIndexOf(name) + name.length;
    return { start: end - name.length, end };
  });
}
