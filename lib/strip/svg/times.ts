const CLOCK = String.raw`\d+(?::\d+){0,2}(?:\.\d+)?(?:h|min|s|ms)?`;
const EVENTS =
  'begin|end|repeat|beginEvent|endEvent|repeatEvent|click|activate|load|SVGLoad|focusin|focusout|mousedown|mouseup|mouseover|mouseout|mousemove|mouseenter|mouseleave|pointerdown|pointerup|pointerover|pointerout|pointerenter|pointerleave|keydown|keyup|touchstart|touchend';
const OFFSET = String.raw`(?:\s*[+-]\s*${CLOCK})?`;
/** A moment or a length of time (SVG Animations 2, sections 2.3.1 and 2.4). */
const TIME = new RegExp(
  String.raw`^(?:indefinite|media|[+-]?\s*${CLOCK}|(?:([^\s;.()]+)\.)?(?:${EVENTS})(?:\(\d+\))?${OFFSET}|accessKey\(.\)${OFFSET})$`,
);

/** Each time that is none becomes `none`, and each name of an element what `idOf` makes of it. */
export function cleanTimes(value: string, none: string, idOf: (name: string) => string): string {
  return value
    .split(';')
    .map((time) => {
      const found = TIME.exec(time.trim());
      if (!found) return time.trim() === '' ? time : none;
      const [, name] = found;
      return name === undefined ? time : time.replace(`${name}.`, () => `${idOf(name)}.`);
    })
    .join(';');
}
