import { t } from '../../../i18n.ts';
import { type Mark, wordMarks } from '../../../policy/compare/marks.ts';

/** The heads of the two columns. */
export function Sides({ before, after }: { before: string; after: string }) {
  return (
    <div class="sides sides-head" aria-hidden="true">
      <p>{before}</p>
      <p>{after}</p>
    </div>
  );
}

type Props = { before?: string; after?: string; isSame?: boolean; isMoved?: boolean };

/** One passage as it was and as it is, beside each other or, in narrow windows, below; what came and went is marked word by word. */
export function SideBySide({ before, after, isSame = false, isMoved = false }: Props) {
  const marks = isSame ? unmarked(before ?? '', after ?? '') : marksOf(before, after);
  return (
    <div class="sides">
      <div class={`side-text ${before === undefined ? 'side-none' : ''}`}>
        <p class="side-name">{t('dash_before')}</p>
        {before === undefined ? (
          <p class="soft">{isMoved ? t('dash_moved_from') : t('dash_was_not_there')}</p>
        ) : (
          <Marked marks={marks.before} mark="del" />
        )}
      </div>
      <div class={`side-text ${after === undefined ? 'side-none' : ''}`}>
        <p class="side-name">{t('dash_now')}</p>
        {after === undefined ? (
          <p class="soft">{isMoved ? t('dash_moved') : t('dash_is_gone')}</p>
        ) : (
          <Marked marks={marks.after} mark="ins" />
        )}
      </div>
    </div>
  );
}

/** A passage with nothing beside it is new, or gone, as a whole. */
function marksOf(before: string | undefined, after: string | undefined) {
  if (before !== undefined && after !== undefined) return wordMarks(before, after);
  const whole = (text: string | undefined): Mark[] => (text === undefined ? [] : [{ text, changed: true }]);
  return { before: whole(before), after: whole(after) };
}

function unmarked(before: string, after: string) {
  return { before: [{ text: before, changed: false }], after: [{ text: after, changed: false }] };
}

/** Each piece with where it begins: two pieces may have the same words. */
function placed(marks: readonly Mark[]): (Mark & { at: number })[] {
  let at = 0;
  return marks.map((mark) => {
    const start = at;
    at += mark.text.length;
    return { ...mark, at: start };
  });
}

function Marked({ marks, mark: Changed }: { marks: readonly Mark[]; mark: 'del' | 'ins' }) {
  return (
    <p class="side-words">
      {placed(marks).map(({ text, changed, at }) => (changed ? <Changed key={at}>{text}</Changed> : text))}
    </p>
  );
}
