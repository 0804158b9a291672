import type { Range } from './tiff-pixels.ts';

/** Lines of the header of a PLY that name an element or a property: readers find what they know by these names. */
const PLY_NAME = /^(?:element (?=\S+ \d+[ \t]*[\r\n])|property (?:list \w+ )?\w+ (?=\S+[ \t]*[\r\n]))(\S+)/gm;
/** The name of a node, before its colon, as programs write names of kinds: nobody can know all there are. */
const FBX_NODE = /^[ \t]*(\w{1,64}):/gm;
/** The kind and the name of an object, by which others refer to it. */
const FBX_OBJECT = /"(\w{0,64}::[^"\n]*(?:", ?"[\w |+()-]{0,40})?)"/g;
/** The names in the nodes that refer to others by them. */
const FBX_CONNECTION = /^[ \t]*C(?:onnect)?: "\w*"((?:, ?(?:\d+|"[^"\n]*")){1,4})/gm;
const FBX_REFERENCE =
  /^[ \t]*(?:Name|NodeAttributeName|TextureName|Media|Model|Material|Texture|Shape|Channel|Member|Take|Current|RootNode|Document|Node|KeyName|DefaultCamera): ((?:\d+, ?)?"[^"\n]*"|, ?"[^"\n]*")/gm;
/** The value of the properties by whose text a model is drawn. */
const FBX_CHOICE =
  /^[ \t]*(?:P|Property): "(?:[^"\n]*\|)?(?:(?:current)?UVSet|Shading ?Model|DefaultCamera|ActiveAnimStackName|ChannelName|CacheSet|RenderAPI(?:Version)?|ShaderLanguage(?:Version)?|RootBindingName|TargetName|TargetType|CodeTAG|OSLShaderName|WrapMode|MaxTexture|ORIGINAL_MTL|MoBu(?:Sub)?TypeName|MoBuObjectFullName)"((?:, ?"[^"\n]*")+)/gm;

/** The name of a property, in which data has no room, and the words for its type, what it is shown as and its flags. */
const FBX_PROPERTY =
  /^[ \t]*(?:P|Property): ("(?![^"\n]*[\w+/=]{65})[^"\n]{0,128}"(?:, ?"[\w |+()-]{0,40}"){0,3})/gm;
/** Lines with words for choices, as in `Shading: "Phong"`, and these: values of a node that belongs to nobody. */
const FBX_CHOICES =
  /^[ \t]*(?!P:|Property:|Creator|Title|Subject|Author|Keywords|Revision|Comment|Thumbnail|CreationTime|FileId)\w{1,64}:(?=.*").*$/gm;
const FBX_WORD = /"([\w.:|+-]{0,64})"(?=[,{ \t]|$)/g;
/** The name of an object without a kind before it, and its kind; and the type of a node. */
const FBX_LABEL =
  /^[ \t]*(?:\w{1,64}: (?:\d+, ?|(?=.*\{[ \t]*$))|Type: )((?:(?:, ?)?"[\w |+()-]{0,40}"){1,3})/gm;
/** The value of a property that names a file, and is not about the scene itself. */
const FBX_FILE_PROPERTY =
  /^[ \t]*(?:P|Property): "(?!Original|LastSaved|RecordPath|[^"]*document)[^"\n]*(?:path|file|url)[^"\n]*"(?:, ?"[^"\n]*")*, ?"((?![A-Z]:|[\\/]|\.\.)(?:[^\s"]{0,200}|[^"\n]{0,200}\.\w{1,5}))"/gim;

/** A file that belongs to the scene: its folders too when they start at no disk and no root. */
const FBX_FILE =
  /^[ \t]*(?:Relative)?File[nN]ame: "(?:(?:[A-Za-z][\w+.-]*:|[\\/~]|[^"\n]*(?:\.\.|\.fbm|Users|home|Desktop|Documents|Downloads)[\\/])[^"\n]*[\\/])?([^"\n]*?)(?:\.\w{1,5})?"/gm;
/** The same at the end of a statement that names a picture, where it ends in the letters of its kind. */
const MTL_FILE =
  /^[ \t]*(?:map_\w+|bump|disp|decal|refl|norm)[ \t](?:[^\r\n]*(?:[A-Z][\w+.-]*:|(?<=[ \t])[\\/~]|\.\.|(?:Users|home|Desktop|Documents|Downloads)[\\/])[^\r\n]*[\\/])?([^\r\n]*)\.[A-Z]\w{0,4}[ \t]*\r?$/gim;

/** Names in a PLY that it cannot do without. */
export function plyNames(file: Buffer): Range[] {
  const text = file.toString('latin1');
  return places(text.slice(0, text.search(/^end_header/m)), PLY_NAME);
}

/** Names in the text form of an FBX that it cannot do without. */
export function fbxNames(file: Buffer): Range[] {
  const text = file.toString('latin1');
  const words = [...text.matchAll(FBX_CHOICES)].flatMap(({ 0: line, index }) =>
    [...places(line, FBX_WORD), ...places(line, FBX_OBJECT)].map(({ start, end }) => ({
      start: index + start,
      end: index + end,
    })),
  );
  return [
    FBX_NODE,
    FBX_CONNECTION,
    FBX_REFERENCE,
    FBX_CHOICE,
    FBX_PROPERTY,
    FBX_FILE,
    FBX_FILE_PROPERTY,
    FBX_LABEL,
  ]
    .flatMap((name) => places(text, name))
    .concat(words);
}

/** Names of the pictures of a material. */
export function mtlNames(file: Buffer): Range[] {
  return places(file.toString('latin1'), MTL_FILE);
}

/** Where the first group of `pattern` stands, each time. */
function places(text: string, pattern: RegExp): Range[] {
  const withPlaces = new RegExp(pattern, `${pattern.flags}d`);
  return [...text.matchAll(withPlaces)].map(({ indices }) => {
    const [start = 0, end = 0] = indices?.[1] ?? [];
    return { start, end };
  });
}
