import { t } from '../../../i18n.ts';
import type { Grade } from '../../../policy/types.ts';

/** A grade with its score; a dash where there is none. The letter says it, the colour repeats it. */
export function GradeMark({ grade, score }: { grade?: Grade | null; score?: number }) {
  if (!grade) {
    return (
      <span class="grade grade-none">
        <span aria-hidden="true">–</span>
        <span class="sr">{t('dash_no_grade')}</span>
      </span>
    );
  }
  return (
    <span class="grade-with">
      <b class={`grade grade-${grade}`}>{grade}</b>
      {score !== undefined && <span class="number soft">{Math.round(score)}</span>}
    </span>
  );
}
