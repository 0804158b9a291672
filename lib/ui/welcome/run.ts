import type { StripResult } from '../../strip/types.ts';
import type { Trial, WelcomeActions, WelcomeView } from './view.ts';

/** What the welcome page needs of the world around it. */
export type WelcomeSurroundings = {
  sites: number;
  /** The photo that comes with the extension. */
  sample(): Promise<File>;
  strip(file: File): Promise<StripResult>;
  /** An address under which the page can show the file. */
  pictureOf(file: File): string;
  save(file: File): void;
  draw(view: WelcomeView, actions: WelcomeActions): void;
  /** Puts the keyboard's focus on the title of the screen that was just drawn. */
  focusTitle(): void;
};

/** Draws the first screen, and the others as the person goes on. Resolves when the sample photo was looked into. */
export async function runWelcome(around: WelcomeSurroundings): Promise<void> {
  let view: WelcomeView = { screen: 'promise', sites: around.sites };
  /** The photo that was asked for last: an earlier one that takes longer is not shown any more. */
  let wanted: File | undefined;

  const draw = (more: Partial<WelcomeView>) => {
    view = { ...view, ...more };
    around.draw(view, actions);
  };
  const look = async (file: File) => {
    wanted = file;
    const trial = await trialOf(file, around).catch(() => undefined);
    if (wanted === file) draw({ trial, failed: trial === undefined });
  };
  const actions: WelcomeActions = {
    show(screen) {
      draw({ screen });
      around.focusTitle();
    },
    look: (file) => void look(file),
    clean: () => view.trial && draw({ trial: { ...view.trial, cleaned: true } }),
    save: () => view.trial && around.save(view.trial.result.file),
  };

  draw({});
  await around.sample().then(look, () => draw({ failed: true }));
}

async function trialOf(file: File, { strip, pictureOf }: WelcomeSurroundings): Promise<Trial> {
  const result = await strip(file);
  return { name: file.name, size: file.size, picture: pictureOf(file), result, cleaned: false };
}
