import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MAX_HTML } from '../../../lib/messages.ts';
import { handOver } from '../../../lib/watch/hand-over.ts';

const QUIET = 1_500;

/** A page as far as handing it over needs one: what it says, and who hears that it changed. */
function pageSaying(first: string) {
  const state = { html: first, changed: () => {}, watched: true, sent: [] as string[] };
  vi.stubGlobal(
    'MutationObserver',
    class {
      constructor(changed: () => void) {
        state.changed = () => state.watched && changed();
      }
      observe(): void {}
      disconnect(): void {
        state.watched = false;
      }
    },
  );
  const root = {
    cloneNode: () => ({ querySelectorAll: () => [], outerHTML: state.html }),
  };
  handOver({ documentElement: root } as unknown as Document, (html) => state.sent.push(html));
  return Object.assign(state, {
    say(html: string) {
      state.html = html;
      state.changed();
    },
  });
}

describe('handOver', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('waits until the page has fallen quiet', () => {
    const page = pageSaying('wheel');
    vi.advanceTimersByTime(QUIET - 1);
    page.say('text');
    vi.advanceTimersByTime(QUIET - 1);
    expect(page.sent).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(page.sent).toEqual(['text']);
  });

  it('hands over again what came later, and nothing twice', () => {
    const page = pageSaying('wheel');
    vi.advanceTimersByTime(QUIET);
    page.say('text');
    vi.advanceTimersByTime(QUIET);
    page.say('text');
    vi.advanceTimersByTime(QUIET);
    expect(page.sent).toEqual(['wheel', 'text']);
  });

  it('does not wait for ever for a page that never rests', () => {
    const page = pageSaying('0');
    for (let tick = 1; tick <= 10; tick++) {
      vi.advanceTimersByTime(1_000);
      page.say(`${tick}`);
    }
    expect(page.sent).toHaveLength(1);
  });

  it('stops after a few times', () => {
    const page = pageSaying('0');
    for (let tick = 1; tick <= 20; tick++) {
      vi.advanceTimersByTime(QUIET);
      page.say(`${tick}`);
    }
    expect(page.sent).toEqual(['0', '1', '2', '3']);
  });

  it('keeps to itself what is too large to be a policy', () => {
    const page = pageSaying('x'.repeat(MAX_HTML + 1));
    vi.advanceTimersByTime(QUIET);
    expect(page.sent).toEqual([]);
  });
});
