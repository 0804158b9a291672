// Looks for raw files wherever a page can, without breaking the library that is under test.

export function watch() {
  const leaks = new Set();
  const seen = new WeakSet();
  const look = (route, files) => {
    for (const file of files ?? []) {
      if (!(file instanceof Blob) || seen.has(file)) continue;
      seen.add(file);
      file.text().then(
        (text) => text.includes('MWCANARY') && leaks.add(route),
        () => {},
      );
    }
  };
  const lookAtAll = (route) => {
    for (const input of document.querySelectorAll('input[type=file]')) look(route, input.files);
  };
  for (const type of ['input', 'change', 'drop', 'paste', 'dragover']) {
    for (const node of [window, document]) {
      for (const capture of [true, false]) {
        node.addEventListener(
          type,
          (event) => {
            look(`${type}, target`, event.target?.files);
            look(`${type}, transfer`, event.dataTransfer?.files);
            queueMicrotask(() => lookAtAll(`${type}, microtask`));
          },
          capture,
        );
      }
    }
  }
  setInterval(() => lookAtAll('poll'), 3);
  const frame = () => {
    lookAtAll('frame');
    requestAnimationFrame(frame);
  };
  frame();
  return leaks;
}
