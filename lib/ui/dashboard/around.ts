import type { Managed } from '../../managed/types.ts';
import type { OwnMessage } from '../../messages.ts';

/** What the dashboard's pages need of the world around them, so that a test can be the world. */
export type Around = {
  /** ms since 1970 */
  now(): number;
  /** Sends a message to the background. Rejects, with a sentence for the person, when it could not do it. */
  tell(message: OwnMessage): Promise<void>;
  /** Does the browser let us in at all of these match patterns? */
  hasAccess(origins: readonly string[]): Promise<boolean>;
  /** Asks the person to let us in. Browsers allow the question only in answer to a click. */
  requestAccess(origins: readonly string[]): Promise<boolean>;
  /** Are downloads filed by project? Asks the browser. */
  filesDownloads(): Promise<boolean>;
  /** Asks the person for that, or lets go of it. Gives back what holds then. Browsers allow the question only in answer to a click. */
  fileDownloads(on: boolean): Promise<boolean>;
  /** What the person's organisation has decided for everybody. */
  managed(): Promise<Managed>;
  /** What this extension says of itself in its manifest. */
  manifest(): { version: string; permissions: readonly string[] };
  /** Hands the person a file to keep. */
  save(name: string, content: Blob): void;
  /** Hands the person many files to keep: into a folder that they choose where the browser lets them, else one by one. False: they chose none. */
  saveAll(files: readonly File[]): Promise<boolean>;
  /** Puts a text on the clipboard. */
  copy(text: string): Promise<void>;
};
