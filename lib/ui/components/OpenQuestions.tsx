import type { Question } from '../../policy/types.ts';
import { countOf } from '../words/lists.ts';

/** What the documents leave open, as questions ready to be sent to the vendor. */
export function OpenQuestions({ site, questions }: { site: string; questions: readonly Question[] }) {
  if (questions.length === 0) return null;
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
      </details>
    </section>
  );
}
