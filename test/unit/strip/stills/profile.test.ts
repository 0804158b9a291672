import { expect, test } from 'vitest';
import { blankProfileIdentity } from '../../../../lib/strip/icc.ts';
import { leaks } from '../../../fixtures/canary.ts';
import { privateProfile } from '../../../fixtures/icc.ts';

const COUNT_AT = 131;

test('a colour profile that claims to have more tags than it has: what stands there goes', async () => {
  const profile = await privateProfile();
  const tags = profile[COUNT_AT] ?? 0;
  for (let count = tags + 1; count < 60; count++) {
    const blank = blankProfileIdentity(profile.with(COUNT_AT, count));
    if (blank) expect(leaks(blank)).toEqual([]);
  }
});
