type Trouble = { covered: () => void; removed: () => void };

/** Everything that the browser draws above the page. Layers inside the page's own shadow trees are not found. */
const LAYERS = ':popover-open, :modal, :fullscreen';
/** A page that keeps laying things over the dialog has answered for the person: no. */
const PATIENCE = 5;

/**
 * Watches that the dialog on `host` stays on top: a layer that the page opens later would cover it, and could let clicks through.
 * `covered` is called to raise it again, `removed` when the page took it away or keeps covering it.
 */
export function watchTop(
  host: HTMLElement,
  { covered, removed }: Trouble,
): { isTop(): boolean; stop(): void } {
  const below = new Set(document.querySelectorAll(LAYERS));
  let times = 0;

  const isTop = () => Array.from(document.querySelectorAll(LAYERS)).every((layer) => below.has(layer));
  const check = () => {
    if (!host.isConnected) return removed();
    if (isTop()) return;
    times += 1;
    if (times > PATIENCE) return removed();
    for (const layer of document.querySelectorAll(LAYERS)) below.add(layer);
    covered();
  };

  const removal = new MutationObserver(check);
  removal.observe(document, { childList: true });
  removal.observe(document.documentElement, { childList: true });
  // `toggle` does not bubble, but it does come down to its target.
  const opening = ['toggle', 'fullscreenchange'];
  for (const type of opening) window.addEventListener(type, check, true);
  return {
    isTop,
    stop: () => {
      removal.disconnect();
      for (const type of opening) window.removeEventListener(type, check, true);
    },
  };
}

/** `trackVisibility` and `isVisible` are of Intersection Observer v2: Chromium has them, Firefox does not. */
type VisibleEntry = IntersectionObserverEntry & { isVisible?: boolean };
const DRAWN = { trackVisibility: true, delay: 100, threshold: 1 } as IntersectionObserverInit;

/**
 * Watches whether `button` is drawn, in a visible page, with nothing in front of it. Chromium also sees what lets clicks through, or
 * makes the button transparent: the button itself may have no opacity of its own.
 */
export function watchSight(button: HTMLElement, root: ShadowRoot): { isSeen(): boolean; stop(): void } {
  let drawn = true;
  const observer = new IntersectionObserver((entries) => {
    drawn = (entries.at(-1) as VisibleEntry | undefined)?.isVisible ?? true;
  }, DRAWN);
  observer.observe(button);

  function isSeen(): boolean {
    const { left, top, width, height } = button.getBoundingClientRect();
    if (!drawn || width < 20 || height < 20 || document.visibilityState !== 'visible') return false;
    return button.contains(root.elementFromPoint(left + width / 2, top + height / 2));
  }
  return { isSeen, stop: () => observer.disconnect() };
}
