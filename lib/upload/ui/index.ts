import type { StripResult } from '../../strip/types.ts';
import type { Ui } from '../desk.ts';
import type { Question } from '../question.ts';
import { queue } from '../queue.ts';
import type { Endpoint } from '../types.ts';
import { cargo, cleanedTitle, doubtLine, removedLine, shownName } from '../words.ts';
import { element } from './dom.ts';
import { askToSend, type HoldTexts } from './hold-dialog.ts';
import { openNotices } from './notice.ts';

/** The guard's face: notices in the corner, and dialogs one after the other. */
export function openUi(): Ui {
  const notices = openNotices();
  const inTurn = queue();
  return {
    showCleaned(results) {
      if (results.length === 0) return;
      notices.add(
        cleanedTitle,
        results.map((each) => ({ name: shownName(each.file.name), text: removedLine(each) })),
      );
    },
    showTrouble: (text) => notices.add(() => 'Kept back', [{ name: '', text }], true),
    askAboutFiles: async (doubtful) =>
      (await inTurn(() => askToSend(fileTexts(doubtful)))) ? 'send' : 'keep',
    askAboutUpload: (question, endpoint) => inTurn(() => askToSend(uploadTexts(question, endpoint))),
  };
}

function fileTexts(doubtful: readonly StripResult[]): HoldTexts {
  const one = doubtful.length === 1;
  const usable = doubtful.filter((each) => each.usable).length;
  return {
    title: one ? 'This file could not be cleaned' : `${doubtful.length} files could not be cleaned`,
    body: [
      element('ul', { class: 'box' }, ...doubtful.map(doubtOf)),
      element('p', {}, riskOf(usable, doubtful.length)),
    ],
    keep: one ? 'Keep it back' : 'Keep them back',
    send: sendLabel(usable, doubtful.length),
  };
}

function doubtOf(result: StripResult): HTMLElement {
  const name = element('div', { class: 'name' }, shownName(result.file.name));
  return element('li', {}, name, element('div', { class: 'soft' }, doubtLine(result)));
}

function sendLabel(usable: number, all: number): string {
  if (usable === all) return all === 1 ? 'Use the cleaned part' : 'Use the cleaned parts';
  if (usable > 0) return 'Use them anyway';
  return all === 1 ? 'Use it uncleaned' : 'Use them uncleaned';
}

/** What it would mean to use `all` files of which `usable` could be cleaned in part. */
function riskOf(usable: number, all: number): string {
  if (usable === all) return 'Private data was taken out of what is left, but a part of the file is missing.';
  const which = all === 1 ? 'It' : usable === 0 ? 'They' : 'Some of them';
  return `${which} may still hold private data, such as your name or where you were. The page has not got anything yet.`;
}

function uploadTexts(question: Question, endpoint: Endpoint): HoldTexts {
  const host = element('div', { class: 'where' }, endpoint.host || shownName(question.url));
  const reason = element('div', { class: 'soft' }, endpoint.why);
  return {
    title: 'Stopped: this upload is not encrypted',
    body: [
      element('p', {}, `${location.host || 'This page'} wants to send ${cargo(question)} to`),
      element('div', { class: 'box' }, host, reason),
    ],
    keep: 'Do not send',
    send: 'Send unencrypted',
  };
}
