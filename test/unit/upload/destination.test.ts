import { describe, expect, it } from 'vitest';
import { destinationOf } from '../../../lib/background/destination.ts';

describe('a destination', () => {
  it.each([
    ['api.meshy.ai', 'www.meshy.ai', 'first'],
    ['www.meshy.ai', 'www.meshy.ai', 'first'],
    ['uploads.example.co.uk', 'www.example.co.uk', 'first'],
    ['evil.co.uk', 'example.co.uk', 'third'],
    ['one.hf.space', 'two.hf.space', 'third'],
    ['one.github.io', 'two.github.io', 'third'],
    ['a.kawasaki.jp', 'b.kawasaki.jp', 'third'],
    ['meshy.ai.evil.example', 'meshy.ai', 'third'],
    ['127.0.0.1', '127.0.0.1', 'first'],
    ['127.0.0.1', 'localhost', 'third'],
    ['192.168.1.5', '192.168.1.6', 'third'],
    ['', 'meshy.ai', 'third'],
  ])('is of the same owner by the public suffix list: %s from %s', (host, page, party) => {
    expect(destinationOf(host, page).party).toBe(party);
  });

  it('is named with its region when it is cloud storage', () => {
    expect(destinationOf('b.s3.us-west-2.amazonaws.com', 'www.meshy.ai')).toEqual({
      host: 'b.s3.us-west-2.amazonaws.com',
      provider: 'Amazon S3',
      region: 'us-west-2',
      party: 'third',
    });
  });
});
