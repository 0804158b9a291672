// What the pages of the libraries share.

/** Names of the files that a page's own handler was called with, a line a call. */
export const calls = [];

export function handled(files) {
  calls.push([...files].map(({ name }) => name).join());
}

/** The handler of pages that upload by themselves. */
export function upload(files) {
  handled(files);
  const form = new FormData();
  for (const file of files) form.append('file', file);
  fetch('/upload', { method: 'POST', body: form });
}

export function input() {
  return Object.assign(document.createElement('input'), { type: 'file' });
}
