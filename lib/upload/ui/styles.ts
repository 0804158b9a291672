/**
 * `:host` rules with `!important` win over anything the page says about our host, even inline and important (CSS Cascade 5, section 6.1:
 * of two important declarations the one of the inner tree wins). `all` leaves out the direction of writing, which pages of other languages turn.
 */
export const STYLES = `
:host {
  all: initial !important; display: block !important; position: fixed !important; inset: auto !important;
  width: 0 !important; height: 0 !important; visibility: visible !important; pointer-events: auto !important;
  direction: ltr !important; unicode-bidi: isolate !important;
}
.card {
  --paper: #f7f8f6; --raised: #ffffff; --ink: #0f1720; --soft: #4a5560; --line: #d5dad8;
  --teal: #0c7c73; --on-teal: #ffffff; --warn: #b3261e; --amber: #8a5a00;
  box-sizing: border-box; color-scheme: light dark; color: var(--ink); background: var(--paper);
  border: 1px solid var(--line); border-radius: 16px; box-shadow: 0 12px 40px rgb(15 23 32 / 0.24);
  font: 400 14px/1.5 system-ui, sans-serif; letter-spacing: normal; text-align: start; cursor: default;
}
.card *, .card *::before { box-sizing: border-box; }
h2, p, ul { margin: 0; padding: 0; }
ul { list-style: none; }
h2 { font-size: 15px; font-weight: 650; line-height: 1.35; }
.mark { flex: none; width: 24px; height: 26px; fill: none; stroke: var(--accent); stroke-width: 1.5; stroke-linejoin: round; }
.name { font-weight: 600; overflow-wrap: anywhere; }
.soft { color: var(--soft); }
.brand { font-size: 12px; line-height: 1.4; color: var(--soft); }
button {
  font: inherit; font-weight: 600; color: inherit; background: none; border: 1px solid transparent; border-radius: 10px;
  min-height: 40px; padding: 8px 16px; cursor: pointer;
}
button:focus-visible, summary:focus-visible { outline: 3px solid var(--teal); outline-offset: 2px; }

.notice {
  --accent: var(--teal);
  position: fixed; inset-block: auto 20px; inset-inline: auto 20px; margin: 0; width: min(380px, calc(100vw - 32px));
  max-height: min(60vh, 420px); overflow: auto; padding-block: 14px; padding-inline: 16px 10px; animation: rise 0.2s ease-out;
}
.notice:not(:popover-open) { display: none; }
.notice.trouble { --accent: var(--warn); }
.row { display: flex; gap: 12px; align-items: flex-start; }
.body { flex: 1; min-width: 0; padding-top: 2px; }
.close { flex: none; min-height: 32px; padding: 2px 9px; font-size: 18px; line-height: 1; color: var(--soft); }
.close:hover { background: color-mix(in srgb, var(--ink) 8%, transparent); }
summary { cursor: pointer; font-weight: 600; color: var(--teal); border-radius: 6px; padding: 2px 0; }
li + li { margin-top: 8px; }
.notice h2 + * { margin-top: 6px; }
details ul { margin-top: 8px; }

dialog {
  --accent: var(--warn);
  width: min(480px, calc(100vw - 32px)); max-height: calc(100dvh - 32px); padding: 0; overflow: hidden; animation: rise 0.2s ease-out;
}
dialog[open] { display: flex; flex-direction: column; }
dialog::backdrop { background: rgb(15 23 32 / 0.56); }
dialog .row { padding: 22px 24px 0; }
dialog h2 { font-size: 18px; }
.text { padding-block: 10px 18px; padding-inline: 60px 24px; overflow: auto; display: grid; gap: 12px; }
.where { font: 600 15px/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
.box { background: var(--raised); border: 1px solid var(--line); border-inline-start: 4px solid var(--accent); border-radius: 10px; padding: 10px 14px; }
.actions { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 10px; padding: 14px 24px; border-top: 1px solid var(--line); }
.keep { background: var(--teal); color: var(--on-teal); }
.keep:hover { background: color-mix(in srgb, var(--teal) 86%, var(--ink)); }
.send { color: var(--warn); border-color: var(--line); }
.send:hover { border-color: var(--warn); }
.other { color: var(--teal); border-color: var(--line); }
.other:hover { border-color: var(--teal); }
.actions [aria-disabled='true'] { color: var(--soft); border-color: var(--line); cursor: progress; }

@media (max-width: 420px) { .text { padding-inline: 20px; } }
@keyframes rise { from { transform: translateY(8px); } }
@media (prefers-color-scheme: dark) {
  .card {
    --paper: #0f1720; --raised: #17222d; --ink: #f1f4f2; --soft: #aab6bd; --line: #2f3d49;
    --teal: #5fd4c4; --on-teal: #06231f; --warn: #ffb4ab; --amber: #f2c14e; box-shadow: 0 12px 40px rgb(0 0 0 / 0.6);
  }
}
@media (prefers-reduced-motion: reduce) { .card { animation: none; } }
@media (forced-colors: active) {
  .card, .box, button { border: 1px solid CanvasText; }
  .keep { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  .mark { stroke: CanvasText; }
}
`;
