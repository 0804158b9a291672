import { t, tn } from '../../i18n.ts';
import type { StripResult } from '../../strip/types.ts';
import { endpointLine } from '../../words/address.ts';
import type { Ui } from '../desk.ts';
import type { Question } from '../question.ts';
import { queue } from '../queue.ts';
import type { Endpoint } from '../types.ts';
import type { Vetted } from '../vet.ts';
import { cargo, cleanedTitle, doubtLine, foundLine, removedLine, shownName } from '../words.ts';
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
        results.map((each) => ({ name: nameOf(each), text: removedLine(each) })),
      );
    },
    showTrouble: (text) => notices.add(() => t('guard_kept_back'), [{ name: '', text }], true),
    askAboutFiles: (doubtful) =>
      inTurn(() =>
        askToSend(doubtful.every(({ redraw }) => redraw) ? pixelTexts(doubtful) : fileTexts(doubtful)),
      ).then((answer) => (answer === 'other' ? 'redraw' : answer)),
    askAboutBytes: async (found) => AS_BYTES_WORD[await inTurn(() => askToSend(bytesTexts(found)))],
    askAboutUpload: async (question, endpoint) =>
      (await inTurn(() => askToSend(uploadTexts(question, endpoint)))) === 'send',
  };
}

/** The third way of the dialog, for bytes: the private data is taken out. */
const AS_BYTES_WORD = { keep: 'keep', send: 'send', other: 'clean' } as const;

/** Nothing is wrong with these files but text that is hidden in their pixels. */
function pixelTexts(doubtful: readonly Vetted[]): HoldTexts {
  const count = doubtful.length;
  return {
    title: tn('guard_hidden_text', count),
    body: [
      element('ul', { class: 'box' }, ...doubtful.map(doubtOf)),
      element('p', {}, t('guard_hidden_text_explained')),
    ],
    keep: tn('guard_keep_back', count),
    send: t('guard_use_with_text'),
    other: t('guard_redraw'),
  };
}

function fileTexts(doubtful: readonly Vetted[]): HoldTexts {
  const usable = doubtful.filter((each) => each.usable).length;
  return {
    title: tn('guard_not_cleaned', doubtful.length),
    body: [
      element('ul', { class: 'box' }, ...doubtful.map(doubtOf)),
      element('p', {}, riskOf(usable, doubtful.length)),
    ],
    keep: tn('guard_keep_back', doubtful.length),
    send: sendLabel(usable, doubtful.length),
    other: doubtful.some((each) => each.redraw) ? t('guard_redraw') : undefined,
  };
}

function doubtOf(result: StripResult): HTMLElement {
  const name = element('div', { class: 'name' }, nameOf(result));
  return element('li', {}, name, element('div', { class: 'soft' }, doubtLine(result)));
}

/** Data that the page sends has no name of its own. */
function nameOf({ file, format }: StripResult): string {
  return shownName(file.name) || t('guard_unnamed', format.toUpperCase());
}

function bytesTexts(found: readonly StripResult[]): HoldTexts {
  const listed = found.map((result) => {
    const name = element('div', { class: 'name' }, nameOf(result));
    return element('li', {}, name, element('div', { class: 'soft' }, foundLine(result)));
  });
  return {
    title: t('guard_bytes_title'),
    body: [
      element('p', {}, t('guard_bytes_what', location.host || t('guard_this_page'))),
      element('ul', { class: 'box' }, ...listed),
    ],
    keep: t('guard_do_not_send'),
    other: t('guard_send_clean'),
    send: t('guard_send_as_is'),
  };
}

function sendLabel(usable: number, all: number): string {
  if (usable === all) return tn('guard_use_part', all);
  if (usable > 0) return t('guard_use_anyway');
  return tn('guard_use_uncleaned', all);
}

/** What it would mean to use `all` files of which `usable` could be cleaned in part. */
function riskOf(usable: number, all: number): string {
  if (usable === all) return t('guard_part_missing');
  return usable > 0 ? t('guard_risk_some') : tn('guard_risk', all);
}

function uploadTexts(question: Question, endpoint: Endpoint): HoldTexts {
  const stopped = question.route === 'redirect';
  const host = element('div', { class: 'where' }, endpoint.host || shownName(question.url));
  const reason = element('div', { class: 'soft' }, endpointLine(endpoint));
  return {
    title: t('guard_not_encrypted'),
    body: [
      element('p', {}, t('guard_wants_to_send', location.host || t('guard_this_page'), cargo(question))),
      element('div', { class: 'box' }, host, reason),
      ...(stopped ? [element('p', {}, t('guard_stopped_on_way'))] : []),
    ],
    keep: t('guard_do_not_send'),
    send: t(stopped ? 'guard_allow_in_tab' : 'guard_send_unencrypted'),
  };
}
