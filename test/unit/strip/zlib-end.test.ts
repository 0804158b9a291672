import { deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { followZlib } from '../../../lib/strip/zlib-end.ts';
import { join } from '../../fixtures/bytes.ts';
import { canary } from '../../fixtures/canary.ts';
import { type Random, randomOf } from '../../fuzz/random.ts';

const ROUNDS = 300;

/** A stream of numbers with some order in them, packed in one of all ways that zlib has. */
function stream(random: Random): Buffer {
  const length = random.int(8_000);
  const data = Uint8Array.from({ length }, (_, i) => (random.int(3) === 0 ? random.int(256) : (i * 7) & 31));
  return deflateSync(data, { level: random.int(10), strategy: random.int(5), memLevel: 1 + random.int(9) });
}

/** What zlib itself says. */
function verdict(bytes: Uint8Array): string {
  try {
    inflateSync(bytes);
    return 'ended';
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') return 'open';
    // The sum over the bytes that come out is not looked at.
    return message.includes('incorrect data check') ? 'ended' : 'broken';
  }
}

test('a stream ends where it ends, whatever stands behind it', () => {
  for (let run = 0; run < ROUNDS; run++) {
    const packed = stream(randomOf(run));
    expect(followZlib(join(packed, canary('behind')))).toEqual({ state: 'ended', end: packed.length });
  }
});

test('a stream that is cut off is open, wherever that is', () => {
  for (let run = 0; run < ROUNDS; run++) {
    const random = randomOf(run);
    const packed = stream(random);
    expect(followZlib(packed.subarray(0, random.int(packed.length))).state).toBe('open');
  }
});

test('a stream with something else in it is what zlib says that it is', () => {
  const met = new Set<string>();
  for (let run = 0; run < ROUNDS; run++) {
    const random = randomOf(run);
    const packed = stream(random);
    packed.write('MWCANARY', random.int(Math.max(packed.length - 8, 1)));
    const { state } = followZlib(packed);
    expect(state).toBe(verdict(packed));
    met.add(state);
  }
  expect(met).toContain('broken');
});

test('what comes out is looked at where it is asked for', () => {
  for (let run = 0; run < ROUNDS; run++) {
    const packed = stream(randomOf(run));
    const seen: number[] = [];
    followZlib(packed, {
      at: 0,
      look(byte) {
        this.at += 1 + (byte % 7);
        return seen.push(byte) > 0;
      },
    });
    const whole = inflateSync(packed);
    const expected: number[] = [];
    for (let at = 0; at < whole.length; at += 1 + ((whole[at] ?? 0) % 7)) expected.push(whole[at] ?? 0);
    expect(seen).toEqual(expected);
  }
});

test('a byte that cannot be there breaks a stream', () => {
  const packed = deflateSync(Buffer.from('abcabcabcabcd'));
  const without = (letter: string) => ({
    at: 0,
    look(byte: number) {
      this.at++;
      return byte !== letter.charCodeAt(0);
    },
  });
  expect(followZlib(packed, without('d')).state).toBe('broken');
  expect(followZlib(packed, without('e')).state).toBe('ended');
});

test('a bomb is followed for a while only', () => {
  expect(followZlib(deflateSync(Buffer.alloc(140_000_000))).state).toBe('endless');
});

test('nothing is no stream, and it is open', () => {
  expect(followZlib(new Uint8Array(0)).state).toBe('open');
});
