import { formatNumber, t } from '../../../i18n.ts';
import { flattenPixels } from '../../../upload/flatten.ts';
import type { Vetted } from '../../../upload/vet.ts';
import { shownName } from '../../../upload/words.ts';
import { stripText } from '../../../words/strip.ts';
import { Icon } from '../../components/Icon.tsx';
import { FindingList } from '../../files/FindingList.tsx';
import type { Around } from '../around.ts';
import { useDeed } from '../deed.ts';
import { Said } from '../parts/Said.tsx';
import { type Item, isCleanCopy } from './batch.ts';
import { TONES, type Tone, titleOf, toneOf } from './words.ts';

/** Pictures that can be drawn anew. */
const DRAWABLE = ['jpeg', 'png', 'webp', 'avif', 'bmp', 'gif'];

type Props = { item: Item; around: Around; onChange(item: Item): void };

/** One file: what was in it, and its clean copy. */
export function FileCard({ item, around, onChange }: Props) {
  const { file, result } = item;
  const tone: Tone = result ? toneOf(result) : 'waiting';
  return (
    <li class={`card-box clean-file clean-file-${tone}`}>
      <Icon name={TONES[tone]} />
      <div class="clean-facts">
        <h2>{shownName(file.name)}</h2>
        <p class="soft">{result ? titleOf(result) : t('dash_clean_waiting')}</p>
        {result?.problems.map((problem) => (
          <p key={problem} class="problem">
            {stripText(problem)}
          </p>
        ))}
        {result && <FindingList findings={result.findings} />}
      </div>
      {result && <Deeds item={item} result={result} around={around} onChange={onChange} />}
    </li>
  );
}

function Deeds({ item, result, around, onChange }: Props & { result: Vetted }) {
  const [deed, start] = useDeed();
  const flatten = async () => {
    const file = await flattenPixels(result.file, result.format);
    onChange({ ...item, result: { ...result, status: 'stripped', usable: true, problems: [], file } });
  };
  return (
    <div class="clean-deeds">
      {isCleanCopy(result) && (
        <button type="button" class="small" onClick={() => around.save(result.file.name, result.file)}>
          {t('dash_clean_save')}
          <span class="sr">: {shownName(result.file.name)}</span>
        </button>
      )}
      {DRAWABLE.includes(result.format) && (
        <button
          type="button"
          class="small"
          title={t('dash_clean_flatten_why')}
          aria-disabled={deed.isBusy}
          onClick={() => start(flatten, { done: t('dash_clean_flattened') })}
        >
          {t('dash_clean_flatten')}
          <span class="sr">: {t('dash_clean_flatten_why')}</span>
        </button>
      )}
      {isCleanCopy(result) && (
        <p class="soft">
          {t('dash_clean_smaller', formatNumber(Math.max(0, item.file.size - result.file.size)))}
        </p>
      )}
      <Said deed={deed} />
    </div>
  );
}
