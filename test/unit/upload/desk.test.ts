import { describe, expect, it, vi } from 'vitest';
import type { StripResult } from '../../../lib/strip/types.ts';
import { openUploadDesk, openVettingDesk, type Ui } from '../../../lib/upload/desk.ts';
import type { Word } from '../../../lib/upload/judge.ts';
import type { Question } from '../../../lib/upload/question.ts';
import type { Vetted } from '../../../lib/upload/vet.ts';

const stripped = (file: File): StripResult => ({
  status: file.name.startsWith('bad') ? 'unsupported' : 'stripped',
  format: 'jpeg',
  file: file.name.startsWith('bad') ? file : new File(['clean'], file.name),
  findings: [{ kind: 'location', where: 'EXIF GPSLatitude', value: '1, 2' }],
  removedBytes: 3,
  problems: [],
  usable: !file.name.startsWith('bad'),
});

function desk(answer: 'keep' | 'send' = 'keep') {
  const ui = {
    showCleaned: vi.fn(),
    showTrouble: vi.fn(),
    askAboutFiles: vi.fn<Ui['askAboutFiles']>(async () => answer),
    askAboutBytes: vi.fn<Ui['askAboutBytes']>(async () => answer),
    askAboutUpload: vi.fn<Ui['askAboutUpload']>(async () => answer === 'send'),
  } satisfies Ui;
  const tell = vi.fn();
  const strip = async (file: File) => stripped(file);
  const page = () => 'https://studio.tripo3d.ai/';
  return { ui, tell, files: openVettingDesk(strip, ui, tell), uploads: openUploadDesk(page, ui, tell) };
}

/** What is shown is shown when the page has its files. */
const shown = () => new Promise((done) => setTimeout(done));
const raw = (name: string) => new File(['raw'], name);
const question = (url: string, route: Question['route'] = 'fetch'): Question => ({
  id: 'u0',
  route,
  url,
  files: [],
});

describe('text that is hidden in pixels', () => {
  const hiding = (file: File): Vetted => ({
    ...stripped(file),
    problems: ['Text is hidden in the lowest bits of the colours: a cat'],
    redraw: async () => {
      if (file.name === 'stuck.png') throw new Error('no such picture');
      return new File(['drawn anew'], file.name);
    },
  });
  const deskOf = (word: Word) => {
    const made = desk();
    made.ui.askAboutFiles.mockResolvedValue(word);
    return { ...made, files: openVettingDesk(async (file) => hiding(file), made.ui, made.tell) };
  };

  it('holds the picture back', async () => {
    const { files, ui, tell } = deskOf('keep');
    expect(await files.vet([raw('a.png')])).toEqual([]);
    await shown();
    expect(ui.showCleaned).toHaveBeenCalledWith([]);
    expect(tell.mock.calls[0]?.[0].files[0]).toMatchObject({ outcome: 'held' });
  });

  it('goes when the person has it drawn anew, and what cannot be drawn stays back', async () => {
    const { files, tell } = deskOf('redraw');
    const given = await files.vet([raw('a.png'), raw('stuck.png')]);
    expect(await Promise.all(given.map((file) => file.text()))).toEqual(['drawn anew']);
    expect(files.areVetted(given)).toBe(true);
    expect(tell.mock.calls[0]?.[0].files).toMatchObject([
      { outcome: 'cleaned', removed: ['location', 'prompt'] },
      { outcome: 'held' },
    ]);
  });

  it('goes with the picture on the person’s word', async () => {
    const { files, tell } = deskOf('send');
    expect(await files.vet([raw('a.png')])).toHaveLength(1);
    expect(tell.mock.calls[0]?.[0].files[0]).toMatchObject({ outcome: 'sent-anyway' });
  });
});

describe('the vetting desk', () => {
  it('gives clean files and knows them again, and no others', async () => {
    const { files, ui } = desk();
    const given = await files.vet([raw('a.jpg'), raw('b.jpg')]);
    expect(await Promise.all(given.map((file) => file.text()))).toEqual(['clean', 'clean']);
    expect(files.areVetted(given)).toBe(true);
    expect(files.areVetted([...given, new File(['clean'], 'a.jpg')])).toBe(false);
    expect(ui.askAboutFiles).not.toHaveBeenCalled();
    expect(ui.showCleaned).not.toHaveBeenCalled();
    await shown();
    expect(ui.showCleaned).toHaveBeenCalledTimes(1);
  });

  it('asks once about all doubtful files', async () => {
    const { files, ui } = desk('send');
    const given = await files.vet([raw('bad.glb'), raw('a.jpg'), raw('bad.fbx')]);
    expect(given.map(({ name }) => name)).toEqual(['bad.glb', 'a.jpg', 'bad.fbx']);
    expect(ui.askAboutFiles).toHaveBeenCalledTimes(1);
  });

  it('gives clean files though they cannot be shown, and never rejects', async () => {
    const { files, ui, tell } = desk();
    const broken = () => {
      throw new Error('no document');
    };
    ui.showCleaned.mockImplementation(broken);
    ui.showTrouble.mockImplementation(broken);
    expect(await files.vet([raw('a.jpg')])).toHaveLength(1);
    await shown();
    expect(tell).toHaveBeenCalledTimes(1);
    expect(await files.vet(Promise.reject(new Error('gone')))).toEqual([]);
  });

  it('knows where in a folder a clean file was', async () => {
    const { files } = desk();
    const inFolder = Object.defineProperty(raw('a.jpg'), 'webkitRelativePath', { value: 'scans/a.jpg' });
    const given = await files.vet([raw('bad.glb'), inFolder, raw('b.jpg')]);
    expect(given.map(files.pathOf)).toEqual(['scans/a.jpg', '']);
    expect(files.pathOf(inFolder)).toBe('');
  });

  it('keeps everything back, and says so, when files cannot be read or the dialog breaks', async () => {
    const { files, ui } = desk();
    expect(await files.vet(Promise.reject(new Error('gone')))).toEqual([]);
    ui.askAboutFiles.mockRejectedValueOnce(new Error('no document'));
    expect(await files.vet([raw('bad.glb')])).toEqual([]);
    expect(ui.showTrouble).toHaveBeenCalledTimes(2);
  });

  it('tells kinds and never values', async () => {
    const { files, tell } = desk();
    await files.vet([raw('a.jpg')]);
    expect(tell).toHaveBeenCalledWith({
      type: 'files-vetted',
      files: [expect.objectContaining({ name: 'a.jpg', removed: ['location'], outcome: 'cleaned' })],
    });
    expect(JSON.stringify(tell.mock.calls)).not.toContain('1, 2');
  });
});

describe('the upload desk', () => {
  it('lets go what is encrypted or stays here, and nothing else', () => {
    const { uploads } = desk();
    expect(uploads.isFree(question('https://upload.example/'))).toBe(true);
    expect(uploads.isFree(question('http://127.0.0.1:8188/'))).toBe(true);
    expect(uploads.isFree(question('http://upload.example/'))).toBe(false);
    expect(uploads.isFree(question('nonsense:'))).toBe(false);
  });

  it.each(['keep', 'send'] as const)('does as the person says: %s', async (answer) => {
    const { uploads, tell } = desk(answer);
    expect(await uploads.ask(question('http://upload.example/'))).toBe(answer === 'send');
    const outcome = answer === 'send' ? 'sent' : 'kept';
    expect(tell).toHaveBeenCalledWith({ type: 'upload-held', host: 'upload.example', odd: [], outcome });
  });

  it('takes one no for all that was asked of a host until then, and asks again later', async () => {
    const { uploads, ui } = desk();
    let decide: (send: boolean) => void = () => {};
    const dialogs = [new Promise<boolean>((resolve) => (decide = resolve))];
    ui.askAboutUpload.mockImplementation(async () => dialogs.shift() ?? true);
    const first = uploads.ask(question('http://flood.example/1'));
    const second = uploads.ask(question('http://flood.example/2'));
    const other = uploads.ask(question('http://other.example/'));
    decide(false);
    expect(await Promise.all([first, second, other])).toEqual([false, false, true]);
    expect(await uploads.ask(question('http://flood.example/3'))).toBe(true);
    expect(ui.askAboutUpload).toHaveBeenCalledTimes(3);
  });

  it('takes a dialog that breaks for a no', async () => {
    const { uploads, ui } = desk();
    ui.askAboutUpload.mockRejectedValueOnce(new Error('no root element')).mockResolvedValue(true);
    expect(await uploads.ask(question('http://upload.example/'))).toBe(false);
    expect(await uploads.ask(question('http://upload.example/'))).toBe(true);
  });

  it('does not ask when an answer would come too late', async () => {
    const { uploads, ui } = desk('send');
    expect(await uploads.ask(question('http://upload.example/', 'sync-xhr'))).toBe(false);
    expect(ui.askAboutUpload).not.toHaveBeenCalled();
    expect(ui.showTrouble).toHaveBeenCalledWith(expect.stringContaining('upload.example'));
  });
});

describe('an encrypted upload', () => {
  it('is told of once, however many parts it comes in, and host by host', () => {
    const { uploads, tell } = desk();
    for (const part of [1, 2, 3]) uploads.noteSent(`https://cloud.example/upload?part=${part}`);
    uploads.noteSent('/api/done');
    uploads.noteSent('blob:https://studio.example/1');
    uploads.noteSent('http://asked.example/');
    uploads.noteSent('http://127.0.0.1:8188/upload/image');
    expect(tell.mock.calls).toEqual([
      [{ type: 'upload-sent', host: 'cloud.example', odd: [], local: false }],
      [{ type: 'upload-sent', host: 'studio.tripo3d.ai', odd: [], local: false }],
      [{ type: 'upload-sent', host: '127.0.0.1', odd: [], local: true }],
    ]);
  });
});
