import { KNOWN_HOSTS } from '../../rules/sites/hosts.ts';
import { t, tn } from '../i18n.ts';
import type { PageMessage } from '../messages.ts';
import type { StripResult } from '../strip/types.ts';
import { classifyEndpoint } from './endpoint.ts';
import { type BytesWord, type Final, judge, outcomeOf, settle, type Verdict, type Word } from './judge.ts';
import type { Question } from './question.ts';
import { queue } from './queue.ts';
import type { Endpoint } from './types.ts';
import { redrawn, report, type Strip, type Vetted, vetAll } from './vet.ts';
import type { Reason } from './wire.ts';

/** What the person sees and answers. */
export type Ui = {
  showCleaned(results: readonly StripResult[]): void;
  showTrouble(text: string): void;
  askAboutFiles(doubtful: readonly Vetted[]): Promise<Word>;
  /** Asks about private data in what the page sends as mere bytes. */
  askAboutBytes(found: readonly StripResult[]): Promise<BytesWord>;
  askAboutUpload(question: Question, endpoint: Endpoint): Promise<boolean>;
};

type Tell = (message: PageMessage) => unknown;

/** A file that the page hooks want vetted, and why. */
export type TrayFile = { file: File; reason: Reason };

export type VettingDesk = {
  /** Takes raw files, gives back in order what the page may have. Never rejects. */
  vet(files: readonly File[] | Promise<readonly File[]>): Promise<File[]>;
  /** The same, with null in the place of what it may not. */
  vetEach(files: readonly File[]): Promise<(File | null)[]>;
  /** The same of files that lie on a tray for all sorts of reasons. */
  vetTray(files: readonly TrayFile[]): Promise<(File | null)[]>;
  /** Did all these files come from here? */
  areVetted(files: readonly File[]): boolean;
  /** Says of a file that it is as good as from here. */
  vouch(file: File): File;
  /** Where in a chosen folder a file from here was (File and Directory Entries API, `webkitRelativePath`); empty for single files. */
  pathOf(file: File): string;
};

/** Where files are vetted: strips them, asks about those that cannot be cleaned, shows what was done and tells the background. */
export function openVettingDesk(strip: Strip, ui: Ui, tell: Tell): VettingDesk {
  // A mark that only this world can see or set.
  const vetted = new WeakSet<File>();
  const paths = new WeakMap<File, string>();
  const askAboutBytes = askOnce(ui);

  async function vetTray(files: readonly TrayFile[]): Promise<(File | null)[]> {
    const vettedOnce = await vetAll(
      files.map(({ file }) => file),
      strip,
    );
    const verdicts = vettedOnce.map((result, i) => judge(result, files[i]?.reason ?? 'chosen'));
    const askedAs = (verdict: Verdict) => vettedOnce.filter((_, i) => verdicts[i] === verdict);
    const aboutFiles = await askIfAny(askedAs('ask-file'), ui.askAboutFiles);
    const aboutBytes = await askIfAny(askedAs('ask-bytes'), askAboutBytes);
    const results = aboutFiles === 'redraw' ? await redrawn(vettedOnce) : vettedOnce;
    const finals = results.map((result, i) => settle(verdicts[i] ?? 'drop', result, aboutFiles, aboutBytes));
    const given = results.map((result, i) => give(result, files[i], finals[i]));
    tellOf(results, verdicts, finals, files);
    // The page waits for its files, and nobody for the notice.
    setTimeout(() => show(results, verdicts, finals));
    return given;
  }

  /** What came as it is stays the same object; of what was chosen the copy that the vetting has made is given. */
  function give(result: Vetted, from: TrayFile | undefined, final: Final | undefined): File | null {
    if (!from || !final || final === 'drop') return null;
    const file = final === 'pass' && from.reason !== 'chosen' ? from.file : result.file;
    paths.set(file, from.file.webkitRelativePath);
    vetted.add(file);
    return file;
  }

  function show(results: readonly Vetted[], verdicts: readonly Verdict[], finals: readonly Final[]): void {
    const cleaned = results.filter((each, i) => finals[i] === 'clean' && each.status === 'stripped');
    attempt(() => ui.showCleaned(cleaned));
    const lost = results.filter((_, i) => verdicts[i] === 'drop').length;
    if (lost > 0) attempt(() => ui.showTrouble(tn('guard_lost', lost)));
  }

  function tellOf(
    results: readonly Vetted[],
    verdicts: readonly Verdict[],
    finals: readonly Final[],
    files: readonly TrayFile[],
  ): void {
    const told = results.flatMap((result, i) => {
      const verdict = verdicts[i] ?? 'drop';
      if (verdict === 'pass' && files[i]?.reason !== 'chosen') return [];
      return [report(result, outcomeOf(result, verdict, finals[i] ?? 'drop'))];
    });
    if (told.length > 0) tell({ type: 'files-vetted', files: told });
  }

  async function vetSafely(files: readonly TrayFile[]): Promise<(File | null)[]> {
    try {
      return await vetTray(files);
    } catch {
      sayUnreadable();
      return files.map(() => null);
    }
  }

  function sayUnreadable(): void {
    attempt(() => ui.showTrouble(t('guard_unreadable')));
  }

  const vetEach = (files: readonly File[]) =>
    vetSafely(files.map((file) => ({ file, reason: 'chosen' as const })));
  return {
    vet: async (files) => {
      try {
        return (await vetEach(await files)).filter((file) => file !== null);
      } catch {
        sayUnreadable();
        return [];
      }
    },
    vetEach,
    vetTray: vetSafely,
    areVetted: (files) => files.every((file) => vetted.has(file)),
    vouch: (file) => {
      vetted.add(file);
      return file;
    },
    pathOf: (file) => paths.get(file) ?? '',
  };
}

async function askIfAny<Answer>(
  doubtful: readonly Vetted[],
  ask: (doubtful: readonly Vetted[]) => Promise<Answer>,
): Promise<Answer | 'keep'> {
  return doubtful.length > 0 ? await ask(doubtful) : 'keep';
}

/** Questions about bytes come one after the other. Once the person wants them cleaned, so are all that come later. */
function askOnce(ui: Ui): Ui['askAboutBytes'] {
  const inTurn = queue();
  let isDecided = false;
  return (found) =>
    inTurn(async () => {
      if (isDecided) return 'clean';
      const word = await ui.askAboutBytes(found);
      isDecided = word === 'clean';
      return word;
    });
}

/** A document that lets nothing be shown in it (it may have no root element just now) must not stop the work. */
function attempt(show: () => void): void {
  try {
    show();
  } catch {
    // The popup tells what was done all the same.
  }
}

export type UploadDesk = {
  /** An upload with a file in it leaves for this address. What leaves in clear text is told of where it was asked about. */
  noteSent(url: string): void;
  isFree(question: Question): boolean;
  ask(question: Question): Promise<boolean>;
};

/** An upload in many parts is one entry: its host is told of once in that time. */
const SAME_UPLOAD_MS = 10_000;

/** Where uploads are judged: free when encrypted or on this computer, else the person is asked, host by host. */
export function openUploadDesk(page: () => string, ui: Ui, tell: Tell): UploadDesk {
  const endpointAt = (url: string) => classifyEndpoint(url, page(), KNOWN_HOSTS);
  const endpointOf = ({ url }: Question) => endpointAt(url);
  /** By host, how many questions had come when the person last said no: that no was for all of them. */
  const refused = new Map<string, number>();
  const inTurn = queue();
  let asked = 0;

  /** Questions come one after the other; by its turn a question may have had its answer: then it is not asked. */
  function askPerson(question: Question, endpoint: Endpoint): Promise<boolean> {
    asked += 1;
    const turn = asked;
    return inTurn(async () => {
      if (turn <= (refused.get(endpoint.host) ?? 0)) return false;
      const send = await ui.askAboutUpload(question, endpoint).catch(() => false);
      if (!send) refused.set(endpoint.host, asked);
      return send;
    });
  }

  function refuse({ host }: Endpoint): false {
    attempt(() => ui.showTrouble(t('guard_upload_stopped', host)));
    return false;
  }

  async function ask(question: Question): Promise<boolean> {
    const endpoint = endpointOf(question);
    const send = isTooLate(question) ? refuse(endpoint) : await askPerson(question, endpoint);
    // The browser's own rules let it go only after that.
    const { host, odd } = endpoint;
    await tell({ type: 'upload-held', host, odd, outcome: send ? 'sent' : 'kept' });
    return send;
  }

  const told = new Map<string, number>();
  function noteSent(url: string): void {
    const { host, odd, safe, way } = endpointAt(url);
    if (!safe) return;
    const now = performance.now();
    if (host === '' || now - (told.get(host) ?? Number.NEGATIVE_INFINITY) < SAME_UPLOAD_MS) return;
    told.set(host, now);
    tell({ type: 'upload-sent', host, odd, local: way === 'this_computer' });
  }

  return { noteSent, isFree: (question) => endpointOf(question).safe, ask };
}

/** A page that waits in the middle of a script has its answer already: no. */
function isTooLate({ route }: Question): boolean {
  return route === 'sync-xhr';
}
