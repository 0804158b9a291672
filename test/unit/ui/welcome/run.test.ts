import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { strip } from '../../../../lib/strip/index.ts';
import { runWelcome, type WelcomeSurroundings } from '../../../../lib/ui/welcome/run.ts';
import type { WelcomeActions, WelcomeView } from '../../../../lib/ui/welcome/view.ts';

const photo = async () => {
  const bytes = await readFile(new URL('../../../../public/welcome/photo.jpg', import.meta.url));
  return new File([bytes], 'clay-figure.jpg');
};

async function welcomed(more: Partial<WelcomeSurroundings> = {}) {
  const drawn: WelcomeView[] = [];
  const saved: File[] = [];
  let actions: WelcomeActions | undefined;
  let focused = 0;
  await runWelcome({
    sites: 95,
    sample: photo,
    strip,
    pictureOf: ({ name }) => `blob:${name}`,
    save: (file) => saved.push(file),
    draw: (view, given) => {
      drawn.push(view);
      actions = given;
    },
    focusTitle: () => {
      focused += 1;
    },
    ...more,
  });
  if (!actions) throw new Error('nothing was drawn');
  const shown = () => drawn.at(-1);
  return { drawn, saved, actions, shown, focused: () => focused };
}

describe('the photo that comes with the extension', () => {
  test('tells where, who, with what and when, and cleaned it tells nothing', async () => {
    const result = await strip(await photo());
    const kinds = new Set(result.findings.map(({ kind }) => kind));
    for (const kind of ['location', 'person', 'device', 'time', 'software', 'comment', 'thumbnail'] as const)
      expect(kinds).toContain(kind);
    expect((await strip(result.file)).status).toBe('clean');
  });

  test('is there without being asked for, and is cleaned when the person says so', async () => {
    const { actions, shown, saved } = await welcomed();
    expect(shown()).toMatchObject({ screen: 'promise', trial: { name: 'clay-figure.jpg', cleaned: false } });
    actions.clean();
    expect(shown()?.trial?.cleaned).toBe(true);
    actions.save();
    expect(saved).toEqual([shown()?.trial?.result.file]);
  });

  test('when it cannot be fetched, that is said', async () => {
    const { shown } = await welcomed({ sample: () => Promise.reject(new Error('no such file')) });
    expect(shown()).toMatchObject({ failed: true });
  });
});

describe('a photo of the person’s own', () => {
  test('takes the place of the sample, also when that was looked into more slowly', async () => {
    const slow = Promise.withResolvers<void>();
    const { actions, shown } = await welcomed({
      strip: async (file) => {
        if (file.name === 'slow.jpg') await slow.promise;
        return strip(file);
      },
    });
    actions.look(new File([await photo()], 'slow.jpg'));
    actions.look(new File([await photo()], 'own.jpg'));
    await expect.poll(() => shown()?.trial?.name).toBe('own.jpg');
    slow.resolve();
    await new Promise((done) => setTimeout(done));
    expect(shown()?.trial?.name).toBe('own.jpg');
  });

  test('that the stripper fails on is said to be unreadable', async () => {
    const { actions, shown } = await welcomed();
    actions.look({
      get name(): string {
        throw new Error('gone');
      },
    } as File);
    await expect.poll(() => shown()?.failed).toBe(true);
  });
});

test('another screen takes the keyboard to its title', async () => {
  const { actions, shown, focused } = await welcomed();
  actions.show('where');
  expect(shown()?.screen).toBe('where');
  expect(focused()).toBe(1);
});
