/** Starts at a drive, a share, a root, a home folder, or is an address of any kind. */
const ABSOLUTE = /^(?:[\\/~]|[A-Za-z][A-Za-z0-9+.-]*:)/;
/** An absolute path behind something else: a name that is joined to another file's. */
const ROOT_WITHIN = /\s(?:[\\/~]|[A-Za-z]:)/;
const CLIMBS = /(?:^|[\\/])\.\.(?:[\\/]|$)/;
/** Without characters that no system has in names. The ending has a letter: a number behind a dot is a number. */
const FILE = /^[^*?"<>|]{1,1000}\.(?=\d*[A-Za-z])[A-Za-z\d]{1,5}$/;
/** Folders in which people keep their files, whatever sign stands before them: that of a broken path is any. */
const HOME =
  /(?:^|[^A-Za-z\d _\x80-\uffff-])(?:Users|home|Desktop|Documents|Downloads|OneDrive|Dropbox|AppData)[\\/]/i;
/** Nobody parts a name like this. */
const BACKSLASHES = /[^\\]\\[^\\]+\\[^\\]/;
/** An absolute path somewhere in a text: with a drive, on a share, or in the folders where people keep their files. */
const IN_TEXT =
  /(?:^|[\s"'(=:])(?:[A-Za-z]:[\\/]|\\\\\w|file:|~\/|\/(?:Users|home|mnt|media|Volumes|tmp|var|root|opt)\/)/;

/**
 * A path as it may stay in a file that travels: a relative one that neither climbs out of its folder nor leads through somebody's as it is, for a file beside the model is
 * found by it; of any other the file's own name.
 */
export function safePath(path: string): string {
  return [ABSOLUTE, ROOT_WITHIN, CLIMBS, HOME].some((sign) => sign.test(path)) ? baseName(path) : path;
}

/** The same for the name of a file, which ends in the letters of its kind. Empty for any other text. */
export function safeFileName(path: string): string {
  const safe = safePath(path);
  return FILE.test(path) && FILE.test(safe) ? safe : '';
}

/** What follows the last slash of either kind. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** Does a text tell where on somebody's computer something is? */
export function tellsPath(text: string): boolean {
  return [IN_TEXT, HOME, BACKSLASHES].some((sign) => sign.test(text));
}
