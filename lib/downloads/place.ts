/** Endings of what AI 3D sites give out: models, their archives, and scenes of the programs that open them. */
const MODELS = /\.(?:glb|gltf|obj|mtl|fbx|stl|ply|usd[acz]?|3mf|dae|blend|zip|vox|step|stp)$/i;

/** Names that Windows keeps for devices (Microsoft, "Naming Files, Paths, and Namespaces"). */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const LONGEST = 80;

/** Is this the name of a model, or of an archive that may hold one? */
export function isModel(name: string): boolean {
  return MODELS.test(name);
}

/**
 * The folder, below that of downloads, for what AI made for a project: "Client_Projects/Dragon/01_AI_Source". Null when the name has
 * nothing that a folder can be called.
 */
export function folderFor(project: string): string | null {
  const name = project
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    // Windows drops dots and spaces at the end of a name, and dots in front hide a folder elsewhere.
    .replace(/^[. ]+|[. ]+$/g, '');
  return name === '' || DEVICES.test(name) ? null : `Client_Projects/${name}/01_AI_Source`;
}

/** The last part of a path, with either kind of slash. */
export function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}

/** The addresses that a download may have come from, by what browsers tell of it: the page first. `blob:` names the page within it. */
export function sourcesOf({
  referrer,
  url,
  finalUrl,
}: {
  referrer?: string;
  url?: string;
  finalUrl?: string;
}): string[] {
  return [referrer, url, finalUrl].flatMap((each) => (each ? [each.replace(/^blob:/, '')] : []));
}
