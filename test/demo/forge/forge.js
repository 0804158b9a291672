// The pretend generator's own script: it takes files in every way that real ones do, and sends them on at once.
const TRAP = 'http://trap.meshwarden.test/upload';
const at = (id) => document.getElementById(id);

let last = new File(['no file yet'], 'nothing.txt');

async function receive(files, way) {
  for (const file of files) {
    last = file;
    const body = new FormData();
    body.append('file', file);
    show(way, file, await (await fetch('/upload', { method: 'POST', body })).json());
  }
  const transfer = new DataTransfer();
  transfer.items.add(last);
  at('trap-file').files = transfer.files;
}

/** @param {{ readable: string[] }} answer what the server could read in the file */
function show(way, file, { readable }) {
  const entry = document.createElement('li');
  const picture = document.createElement('img');
  picture.alt = '';
  picture.src = URL.createObjectURL(file);
  const text = document.createElement('div');
  const verdict =
    readable.length > 0 ? `It could read: ${readable.join(', ')}` : 'It could read nothing private.';
  text.append(
    line('b', file.name),
    line('span', `${way}, ${file.size.toLocaleString('en')} bytes`),
    line('span', verdict, readable.length > 0 ? 'bad' : 'good'),
  );
  entry.append(picture, text);
  document.querySelector('.empty')?.remove();
  at('log').prepend(entry);
}

function line(name, text, className = '') {
  const element = document.createElement(name);
  element.textContent = text;
  element.className = className;
  return element;
}

at('input').addEventListener('change', ({ target }) => receive([...target.files], 'by a file input'));

at('zone').addEventListener('dragover', (event) => event.preventDefault());
at('zone').addEventListener('drop', (event) => {
  event.preventDefault();
  receive([...event.dataTransfer.files], 'by drag and drop');
});

at('paste').addEventListener('paste', (event) => receive([...event.clipboardData.files], 'by paste'));

at('detached').addEventListener('click', () => {
  const input = document.createElement('input');
  input.type = 'file';
  input.addEventListener('change', () => receive([...input.files], 'by a hidden input'));
  input.click();
});

function report(way, sending) {
  sending.then(
    () => at('log').prepend(line('li', `${way}: sent without encryption`, 'bad')),
    () => at('log').prepend(line('li', `${way}: nothing was sent`, 'good')),
  );
}

at('trap-fetch').addEventListener('click', () => {
  report('fetch', fetch(TRAP, { method: 'POST', body: last, mode: 'no-cors' }));
});

at('trap-xhr').addEventListener('click', () => {
  const request = new XMLHttpRequest();
  request.open('POST', TRAP);
  report(
    'XMLHttpRequest',
    new Promise((resolve, reject) => {
      request.onload = resolve;
      request.onerror = reject;
      request.onabort = reject;
    }),
  );
  request.send(last);
});

async function showVersion(answer) {
  const { version } = await answer.json();
  at('version').textContent = version === 1 ? 'the first version' : 'the second version';
}

at('switch').addEventListener('click', async () =>
  showVersion(await fetch('/policy-version', { method: 'POST' })),
);
showVersion(await fetch('/policy-version'));
