import { t } from '../i18n.ts';
import type { PageMessage } from '../messages.ts';
import type { StripResult } from '../strip/types.ts';
import { classifyEndpoint } from './endpoint.ts';
import type { Question } from './question.ts';
import { queue } from './queue.ts';
import type { Endpoint } from './types.ts';
import {
  isClean,
  isReleased,
  redrawn,
  release,
  report,
  type Strip,
  type Vetted,
  vetAll,
  type Word,
} from './vet.ts';

/** What the person sees and answers. */
export type Ui = {
  showCleaned(results: readonly StripResult[]): void;
  showTrouble(text: string): void;
  askAboutFiles(doubtful: readonly Vetted[]): Promise<Word>;
  askAboutUpload(question: Question, endpoint: Endpoint): Promise<boolean>;
};

type Tell = (message: PageMessage) => void;

export type VettingDesk = {
  /** Takes raw files, gives back in order what the page may have. Never rejects. */
  vet(files: readonly File[] | Promise<readonly File[]>): Promise<File[]>;
  /** Did all these files come from here? */
  areVetted(files: readonly File[]): boolean;
  /** Where in a chosen folder a file from here was (File and Directory Entries API, `webkitRelativePath`); empty for single files. */
  pathOf(file: File): string;
};

/** Where files are vetted: strips them, asks about those that cannot be cleaned, shows what was done and tells the background. */
export function openVettingDesk(strip: Strip, ui: Ui, tell: Tell): VettingDesk {
  // A mark that only this world can see or set.
  const vetted = new WeakSet<File>();
  const paths = new WeakMap<File, string>();

  async function vet(files: readonly File[]): Promise<File[]> {
    const vettedOnce = await vetAll(files, strip);
    const doubtful = vettedOnce.filter((result) => !isClean(result));
    const word = doubtful.length > 0 ? await ui.askAboutFiles(doubtful) : 'keep';
    const results = word === 'redraw' ? await redrawn(vettedOnce) : vettedOnce;
    for (const [i, { file }] of results.entries()) paths.set(file, files[i]?.webkitRelativePath ?? '');
    const released = release(results, word);
    for (const file of released) vetted.add(file);
    attempt(() =>
      ui.showCleaned(results.filter((each) => each.status === 'stripped' && isReleased(each, word))),
    );
    if (results.length > 0) tell({ type: 'files-vetted', files: results.map((each) => report(each, word)) });
    return released;
  }

  return {
    vet: async (files) => {
      try {
        return await vet(await files);
      } catch {
        attempt(() => ui.showTrouble(t('guard_unreadable')));
        return [];
      }
    },
    areVetted: (files) => files.every((file) => vetted.has(file)),
    pathOf: (file) => paths.get(file) ?? '',
  };
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
  isFree(question: Question): boolean;
  ask(question: Question): Promise<boolean>;
};

/** Where uploads are judged: free when encrypted or on this computer, else the person is asked, host by host. */
export function openUploadDesk(page: () => string, ui: Ui, tell: Tell): UploadDesk {
  const endpointOf = ({ url }: Question) => classifyEndpoint(url, page());
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
    tell({ type: 'upload-held', host: endpoint.host, outcome: send ? 'sent' : 'kept' });
    return send;
  }

  return { isFree: (question) => endpointOf(question).safe, ask };
}

/** A page that waits in the middle of a script has its answer already: no. */
function isTooLate({ route }: Question): boolean {
  return route === 'sync-xhr';
}
