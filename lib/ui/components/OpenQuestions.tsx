import { t, tn } from '../../i18n.ts';
import type { Question } from '../../policy/types.ts';
import { mailLink, questionsLetter } from '../words/email.ts';
import { questionText } from '../words/questions.ts';

type Props = { site: string; questions: readonly Question[]; copied: boolean; onCopy(text: string): void };

/** What the documents leave open, as questions ready to be sent to the vendor. */
export function OpenQuestions({ site, questions, copied, onCopy }: Props) {
  if (questions.length === 0) return null;
  const letter = questionsLetter(site, questions);
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{t('questions_title')}</h2>
      <details class="panel">
        <summary>{tn('questions_count', questions.length, site)}</summary>
        <ol>
          {questions.map((question) => (
            <li key={question.text}>{questionText(question)}</li>
          ))}
        </ol>
        <p class="letter">
          <a class="button" href={mailLink(letter)} target="_blank" rel="noopener noreferrer">
            {t('questions_write')}
          </a>
          <button type="button" onClick={() => onCopy(`${letter.subject}\n\n${letter.body}`)}>
            {t('questions_copy')}
          </button>
          <span role="status">{copied ? t('questions_copied') : ''}</span>
        </p>
      </details>
    </section>
  );
}
