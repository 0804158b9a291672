/** The page has `blob`, `file` and `bytes` with private data that nobody has vetted, and `say(word)`. */
const HEAD = `
  window.said = [];
  const say = (word) => said.push(word);
  const ends = (sending) => sending.then(() => say('sent'), (error) => say(error.name));
  const dataUri = () => new Promise((done) => { const reader = new FileReader(); reader.onload = () => done(reader.result); reader.readAsDataURL(blob); });
  const post = (body) => ends(fetch('/upload', { method: 'POST', body }));
  const postStream = (body) => ends(fetch('/upload', { method: 'POST', body, duplex: 'half' }));
  const withFile = () => { const form = new FormData(); form.append('before', 'words'); form.append('files', file); form.append('after', 'more'); return form; };
  const filled = () => { const load = new DataTransfer(); load.items.add(file); field.files = load.files; };
  const byXhr = (body) => {
    const xhr = new XMLHttpRequest();
    for (const type of ['readystatechange', 'loadstart', 'load', 'error', 'abort', 'loadend']) {
      xhr.addEventListener(type, () => say(type + (type === 'readystatechange' ? xhr.readyState : '')));
      if (type !== 'readystatechange') xhr.upload.addEventListener(type, () => say('upload ' + type));
    }
    xhr.open('POST', '/upload');
    xhr.send(body);
    return xhr;
  };
  /** Through a data channel to the page itself; what arrives is kept in \`arrived\`, as hexadecimal digits. */
  const byChannel = async (...messages) => {
    const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()];
    near.onicecandidate = ({ candidate }) => candidate && far.addIceCandidate(candidate);
    far.onicecandidate = ({ candidate }) => candidate && near.addIceCandidate(candidate);
    window.arrived = [];
    far.ondatachannel = ({ channel }) => {
      channel.binaryType = 'arraybuffer';
      channel.onmessage = ({ data }) => arrived.push(typeof data === 'string' ? data : [...new Uint8Array(data)].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
    };
    const channel = near.createDataChannel('files');
    channel.onopen = () => { for (const message of messages) channel.send(message); };
    await near.setLocalDescription();
    await far.setRemoteDescription(near.localDescription);
    await far.setLocalDescription();
    await near.setRemoteDescription(far.localDescription);
  };
  const bySocket = (...messages) => {
    const socket = new WebSocket('wss://studio.tripo3d.ai/socket');
    socket.onopen = () => { for (const message of messages) socket.send(message); };
  };
`;

/** Ways to send a file or blob: it is cleaned on the way. */
export const CLEANED = {
  'fetch a file': `post(file)`,
  'fetch a blob': `post(blob)`,
  'fetch a form': `post(withFile())`,
  'fetch a form with a file under another name': `const form = new FormData(); form.append('files', file, 'other.jpg'); post(form)`,
  'fetch a request': `ends(fetch(new Request('/upload', { method: 'PUT', body: file })))`,
  'fetch a request with a form': `ends(fetch(new Request('/upload', { method: 'POST', body: withFile(), headers: { 'x-own': 'kept' } }).clone()))`,
  'fetch a request with another body': `ends(fetch(new Request('/upload', { method: 'POST', body: 'words' }), { body: file }))`,
  'fetch a form made of a form': `filled(); post(new FormData(form))`,
  'xhr a file': `byXhr(file).addEventListener('load', () => say('sent'))`,
  'xhr a form': `byXhr(withFile()).addEventListener('load', () => say('sent'))`,
  'a beacon': `say(navigator.sendBeacon('/upload', file) ? 'sent' : 'not sent')`,
  'a beacon with a form': `say(navigator.sendBeacon('/upload', withFile()) ? 'sent' : 'not sent')`,
  'a socket': `bySocket('words before', blob, 'words after'); say('sent')`,
  'a form that is submitted': `filled(); button.click(); say('sent')`,
  'submit()': `filled(); form.submit(); say('sent')`,
  'requestSubmit()': `filled(); form.requestSubmit(); say('sent')`,
} as const;

/** Ways to send the same as mere bytes: the person is asked. */
export const ASKED = {
  'fetch a buffer': `post(bytes.buffer)`,
  'fetch a typed array': `post(bytes)`,
  'fetch a view of a part': `const room = new Uint8Array(bytes.length + 20); room.set(bytes, 10); post(new DataView(room.buffer, 10, bytes.length))`,
  'fetch a data URI in JSON': `dataUri().then((image) => post(JSON.stringify({ prompt: 'a statue', image, strength: 1 })))`,
  'fetch bare base64 in JSON': `dataUri().then((image) => post(JSON.stringify({ image: image.split(',')[1], strength: 1 })))`,
  'fetch a form with a data URI': `dataUri().then((image) => { const form = new FormData(); form.append('image', image); form.append('after', 'more'); post(form); })`,
  'fetch parameters with a data URI': `dataUri().then((image) => post(new URLSearchParams({ image, after: 'more' })))`,
  'xhr a buffer': `byXhr(bytes.buffer).addEventListener('loadend', ({ target }) => say(target.status ? 'sent' : 'TypeError'))`,
  'a socket with a buffer': `bySocket('words before', bytes, 'words after'); say('sent')`,
} as const;

/** Only Chromium sends streams (Fetch, "ReadableStream as a body"). */
export const STREAMED = {
  'fetch a stream of a file': `postStream(file.stream())`,
  'fetch a stream of tiny pieces': `postStream(new ReadableStream({ start(control) { for (let at = 0; at < bytes.length; at += 7) control.enqueue(bytes.slice(at, at + 7)); control.close(); } }))`,
  'fetch a request with a stream': `ends(fetch(new Request('/upload', { method: 'POST', body: blob.stream(), duplex: 'half' })))`,
} as const;

/** Ways of the page itself, and of what came through the guard: nobody is asked and nothing is said. */
export const FREE = {
  'a picture drawn in a canvas': `canvas.toBlob((drawn) => post(drawn), 'image/png')`,
  'a drawn picture as a data URI': `post(JSON.stringify({ image: canvas.toDataURL('image/jpeg') }))`,
  'words in a blob': `post(new Blob([JSON.stringify({ event: 'click' })], { type: 'application/json' }))`,
  'unknown bytes': `post(crypto.getRandomValues(new Uint8Array(1000)).fill(1, 0, 4))`,
  'a beacon with words in a blob': `say(navigator.sendBeacon('/upload', new Blob(['words'], { type: 'text/plain' })) ? 'sent' : 'not sent')`,
  'a stream of words': `'duplex' in Request.prototype ? postStream(new Blob(['words ', 'and more']).stream()) : post('words')`,
  'a sync request': `const xhr = new XMLHttpRequest(); xhr.open('POST', '/upload', false); xhr.send('words'); say('sent')`,
} as const;

/** From peer to peer: no server hears of it. */
export const CHANNELED = {
  'a data channel with a buffer': `byChannel('words before', bytes, 'words after')`,
} as const;

/** What else the page does with a held request. */
export const HELD = {
  'aborts a fetch': `const control = new AbortController(); ends(fetch('/upload', { method: 'POST', body: bytes, signal: control.signal })); control.abort();`,
  'aborts an xhr': `const xhr = byXhr(bytes); setTimeout(() => { xhr.abort(); say('aborted ' + xhr.readyState); });`,
  'sends an xhr twice': `const xhr = byXhr(bytes); try { xhr.send(bytes); } catch (error) { say(error.name); }`,
  'waits in the middle of a script': `const xhr = new XMLHttpRequest(); xhr.open('POST', '/upload', false); try { xhr.send(bytes); say('sent'); } catch (error) { say(error.name); }`,
} as const;

export const WAYS = { ...CLEANED, ...ASKED, ...STREAMED, ...CHANNELED, ...FREE, ...HELD };

export const NET_PAGE = `<!doctype html><html lang="en"><title>studio</title><canvas id="canvas" width="40" height="30"></canvas>
  <form id="form" method="post" action="/upload" enctype="multipart/form-data" target="frame"><input name="before" value="words">
    <input type="file" id="field" name="files" multiple><button id="button">submit</button></form><iframe name="frame"></iframe>
  <script>${HEAD}
    canvas.getContext('2d').fillRect(5, 5, 20, 20);
    window.ready = fetch('/raw').then((answer) => answer.blob()).then(async (fetched) => {
      window.blob = fetched.slice(0, fetched.size, 'image/jpeg');
      window.bytes = new Uint8Array(await fetched.arrayBuffer());
      window.file = new File([bytes], 'photo.jpg', { type: 'image/jpeg' });
    });
    window.ways = { ${Object.entries(WAYS)
      .map(([name, code]) => `${JSON.stringify(name)}: () => { ${code} }`)
      .join(',\n')} };
  </script></html>`;
