/**
 * When modules that run in both worlds of a page take what they need of the browser. In the page's world at once, before the page can change
 * it. In the extension's own world nobody can, and each interface of the DOM that is touched there for the first time costs every page of
 * a guarded site some of its time: so there it is taken when it is needed (`isolated-world.ts`).
 */
let isLazy = false;

export function captureLazily(): void {
  isLazy = true;
}

/** What `make` takes of the browser, as a function. In the page's world it has been made by the time this returns. */
export function captured<Args extends unknown[], Result>(
  make: () => (...args: Args) => Result,
): (...args: Args) => Result {
  if (!isLazy) return make();
  let made: ((...args: Args) => Result) | undefined;
  return (...args) => {
    made ??= make();
    return made(...args);
  };
}
