import { describe, expect, test } from 'vitest';
import type { DocumentState } from '../../../lib/store/types.ts';
import { DocumentList } from '../../../lib/ui/components/DocumentList.tsx';
import { text } from './html.ts';
import { DAY, documents, NOW } from './views.ts';

const listed = (privacy: Partial<DocumentState>) =>
  text(<DocumentList documents={documents(privacy, {})} now={NOW} />);

describe('the documents', () => {
  test('say since when nothing has changed, once there were two looks', () => {
    const since = new Date(2026, 4, 14, 9).getTime();
    expect(listed({ since })).toContain('Last read 3 days ago. Unchanged since 14 May 2026. Dated');
    expect(listed({ since: NOW - 3 * DAY })).not.toContain('Unchanged');
  });

  test('that are gone say where they may be', () => {
    const maybeAt = ['https://www.tripo3d.ai/legal/privacy'];
    const shown = listed({ failure: 'gone', failures: 1, maybeAt });
    expect(shown).toContain('no longer has a page at this address');
    expect(shown).toContain('It may have moved: www.tripo3d.ai/legal/privacy');
    expect(listed({ failure: 'gone', failures: 1, maybeAt: [] })).not.toContain('may have moved');
  });
});
