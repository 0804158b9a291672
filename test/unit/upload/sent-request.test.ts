import { describe, expect, it } from 'vitest';
import { mayCarryFile, type SentRequest, senderOf } from '../../../lib/background/sent-request.ts';

const request = (method: string, type?: string): SentRequest => ({
  method,
  url: 'https://www.meshy.ai/upload',
  tabId: 1,
  frameId: 0,
  timeStamp: 0,
  ...(type === undefined ? {} : { requestHeaders: [{ name: 'Content-Type', value: type }] }),
});

describe('a request that may carry a file', () => {
  it.each([
    ['POST', 'multipart/form-data; boundary=x'],
    ['PUT', 'image/png'],
    ['post', 'Image/JPEG'],
    ['PATCH', 'application/octet-stream'],
    ['POST', 'model/gltf-binary'],
    ['POST', 'video/mp4'],
  ])('%s, %s', (method, type) => {
    expect(mayCarryFile(request(method, type))).toBe(true);
  });

  it.each([
    ['GET', 'image/png'],
    ['POST', 'application/json'],
    ['POST', 'text/plain;charset=UTF-8'],
    ['POST', 'application/x-www-form-urlencoded'],
    ['POST', 'x-image/png'],
    ['POST', undefined],
  ])('is not this: %s, %s', (method, type) => {
    expect(mayCarryFile(request(method, type))).toBe(false);
  });
});

describe('who sends a request', () => {
  it.each([
    [{ initiator: 'https://www.meshy.ai' }, 'https://www.meshy.ai/'],
    [{ initiator: 'null' }, undefined],
    [{ originUrl: 'https://www.meshy.ai/worker.js' }, 'https://www.meshy.ai/worker.js'],
    [{}, undefined],
  ])('%o', (told, page) => {
    expect(senderOf({ ...request('POST'), ...told })).toBe(page);
  });
});
