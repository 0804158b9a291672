/** What a shadow root shows: its visible text, and the things in it that can be clicked, with the middle of each. */
export type Shown = { text: string; buttons: { label: string; x: number; y: number }[] };

/**
 * Runs inside the page with the shadow root as `this`, in both browsers; it is handed over as text and may use nothing from
 * outside. Positions are CSS pixels of the frame's viewport. Disabled buttons are left out.
 */
export function readShown(this: ShadowRoot): Shown {
  const visible = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const text = [...this.children]
    .filter((element): element is HTMLElement => 'innerText' in element && visible(element))
    .map((element) => element.innerText)
    .join('\n');
  const clickable = 'button, [role=button], summary, a[href], input[type=checkbox]';
  const buttons = [...this.querySelectorAll<HTMLElement>(clickable)]
    .filter((element) => visible(element) && !element.matches(':disabled, [aria-disabled=true]'))
    .map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const label = element.innerText.trim() || element.getAttribute('aria-label') || '';
      return { label, x: left + width / 2, y: top + height / 2 };
    });
  return { text, buttons };
}
