// A page that does its worst to see a raw file. Served to the browsers as it is, before anything else of the page.
(() => {
  const CANARY = 'MWCANARY';
  const leaks = new Set();
  const got = [];
  const uploads = [];
  Object.assign(window, { leaks, got, uploads });

  const filesOf = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'files').get;
  const worker = new Worker(
    URL.createObjectURL(
      new Blob(['onmessage = async ({ data: [route, file] }) => postMessage([route, await file.text()])']),
    ),
  );
  worker.onmessage = ({ data: [route, text] }) => judge(`${route} in a worker`, text);

  function judge(route, text) {
    if (text.includes(CANARY)) leaks.add(route);
  }

  function inspect(route, file) {
    if (!(file instanceof Blob)) return;
    const ignore = () => {};
    const reader = new FileReader();
    reader.onload = () => judge(`${route} by FileReader`, reader.result);
    reader.readAsBinaryString(file);
    file
      .arrayBuffer()
      .then((bytes) => judge(`${route} by arrayBuffer`, new TextDecoder('latin1').decode(bytes)), ignore);
    new Response(file.stream()).text().then((text) => judge(`${route} by stream`, text), ignore);
    const url = URL.createObjectURL(file);
    fetch(url)
      .then((answer) => answer.text())
      .then((text) => judge(`${route} by object URL`, text), ignore);
    worker.postMessage([route, structuredClone(file)]);
    createImageBitmap(file).then((picture) => picture.close(), ignore);
  }

  const inspected = new Set();
  let looking = false;
  function look(route, files) {
    if (looking) return;
    looking = true;
    for (const file of files ?? []) {
      if (inspected.has(file)) continue;
      inspected.add(file);
      inspect(route, file);
    }
    looking = false;
  }

  const inputs = new Set();
  window.lookNow = (route, files) => look(route, files);
  window.watch = (input) => inputs.add(input);
  function lookAtAll(route) {
    for (const input of document.querySelectorAll('input[type=file]')) inputs.add(input);
    for (const input of inputs) look(route, filesOf.call(input));
  }

  /** Hears everything, on every node, in both phases, and looks again in a microtask. */
  function hear(node) {
    for (const type of ['input', 'change', 'drop', 'paste', 'beforeinput', 'dragover', 'click', 'focus']) {
      for (const capture of [true, false]) {
        node.addEventListener(
          type,
          (event) => {
            const route = `${type} at ${node.nodeName ?? 'window'}, ${capture ? 'capture' : 'bubble'}`;
            look(route, event.dataTransfer?.files ?? event.clipboardData?.files);
            for (const item of event.dataTransfer?.items ?? event.clipboardData?.items ?? []) {
              look(`${route}, items`, [item.getAsFile?.()].filter(Boolean));
            }
            lookAtAll(route);
            queueMicrotask(() => lookAtAll(`${route}, microtask`));
          },
          capture,
        );
      }
    }
  }
  window.hear = hear;
  for (const node of [window, document, document.documentElement]) hear(node);
  document.addEventListener('DOMContentLoaded', () => {
    for (const node of document.querySelectorAll('*')) hear(node);
  });

  // Every tick that there is.
  const ticks = new MessageChannel();
  ticks.port1.onmessage = () => {
    lookAtAll('poll by message');
    setTimeout(() => ticks.port2.postMessage(0), 1);
  };
  ticks.port2.postMessage(0);
  const frame = () => {
    lookAtAll('poll by frame');
    requestAnimationFrame(frame);
  };
  frame();

  // Natives replaced after the hooks: whatever passes by is looked at, and whatever could protect is broken.
  const spy = (owner, name, label) => {
    const { value } = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, {
      configurable: true,
      writable: true,
      value(...args) {
        for (const arg of [this, ...args]) {
          if (arg instanceof Blob) look(label, [arg]);
          if (arg instanceof FileList) look(label, arg);
        }
        return value.apply(this, args);
      },
    });
  };
  window.spy = spy;
  spy(Reflect, 'apply', 'Reflect.apply');
  spy(FileList.prototype, 'item', 'FileList.item');
  spy(Blob.prototype, 'slice', 'Blob.slice');
  spy(Promise.prototype, 'then', 'Promise.then');
  spy(FileReader.prototype, 'readAsArrayBuffer', 'readAsArrayBuffer');
  // A promise that is kept asks its value for this.
  Object.defineProperty(Object.prototype, 'then', {
    configurable: true,
    get() {
      if (this instanceof Blob) look('then', [this]);
    },
    set(value) {
      Object.defineProperty(this, 'then', { value, writable: true, configurable: true, enumerable: true });
    },
  });
  // What is put into an array that has no such member yet comes by here.
  Object.defineProperty(Array.prototype, 7, {
    configurable: true,
    get() {},
    set(value) {
      if (value instanceof Blob) look('Array.prototype', [value]);
      Object.defineProperty(this, 7, { value, writable: true, configurable: true, enumerable: true });
    },
  });
  spy(FormData.prototype, 'append', 'FormData.append');
  spy(FormData.prototype, 'forEach', 'FormData.forEach');
  spy(Array, 'from', 'Array.from');
  spy(EventTarget.prototype, 'dispatchEvent', 'dispatchEvent');
  spy(MessagePort.prototype, 'postMessage', 'postMessage');
  spy(WeakMap.prototype, 'set', 'WeakMap.set');
  spy(WeakSet.prototype, 'add', 'WeakSet.add');
  Event.prototype.stopImmediatePropagation = () => {};
  Event.prototype.stopPropagation = () => {};
  Event.prototype.preventDefault = () => {};
  Object.defineProperty(Object.prototype, 'cancelable', { configurable: true, set() {}, get: () => false });
  window.WeakSet = class {
    has = () => true;
    add() {}
  };
  window.MessageEvent = class {};
  window.meshwarden = document.documentElement.dataset.meshwarden = 'vetted';
})();
