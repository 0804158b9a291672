import type { Question } from '../../policy/types.ts';
import { mailLink, questionsLetter } from '../words/email.ts';
import { countOf } from '../words/lists.ts';

type Props = { site: string; questions: readonly Question[]; copied: boolean; onCopy(text: string): void };

/** What the documents leave open, as questions ready to be sent to the vendor. */
export function OpenQuestions({ site, questions, copied, onCopy }: Props) {
  if (questions.length === 0) return null;
  const letter = questionsLetter(site, questions);
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">What they leave open</h2>
      <details class="panel">
        <summary>
          {countOf(questions.length, 'question')} to ask {site}
        </summary>
        <ol>
          {questions.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
        <p class="letter">
          <a class="button" href={mailLink(letter)} target="_blank" rel="noopener noreferrer">
            Write the e-mail
          </a>
          <button type="button" onClick={() => onCopy(`${letter.subject}\n\n${letter.body}`)}>
            Copy it
          </button>
          <span role="status">{copied ? 'Copied' : ''}</span>
        </p>
      </details>
    </section>
  );
}
