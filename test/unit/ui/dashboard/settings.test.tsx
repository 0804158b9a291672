import { describe, expect, test } from 'vitest';
import { managedFrom, unmanaged } from '../../../../lib/managed/shape.ts';
import { USUAL_SETTINGS } from '../../../../lib/store/usual.ts';
import { PERMISSIONS, permissionWords } from '../../../../lib/ui/dashboard/about/permissions.ts';
import { AlertChoices } from '../../../../lib/ui/dashboard/settings/AlertChoices.tsx';
import { FileChoiceList } from '../../../../lib/ui/dashboard/settings/FileChoiceList.tsx';
import { MarkedList, WORDS } from '../../../../lib/ui/dashboard/settings/MarkedSites.tsx';
import released from '../../../packages/released-permissions.json' with { type: 'json' };
import { html, text } from '../html.ts';

const own = { ...USUAL_SETTINGS, quiet: { from: 22, to: 7 } };
const onChange = () => {};

describe('the settings', () => {
  test('show what the person chose', () => {
    const files = html(<FileChoiceList own={own} managed={unmanaged()} onChange={onChange} />);
    expect(files).toMatch(/name="keepColourProfile" checked="true" disabled="false"/);
    expect(files).toMatch(/name="neutralName" checked="false" disabled="false"/);
  });

  test('are locked where the organisation has decided, which is said', () => {
    const managed = managedFrom({ files: { neutralName: true }, cadence: 'month' });
    const files = <FileChoiceList own={own} managed={managed} onChange={onChange} />;
    expect(html(files)).toMatch(/name="neutralName" checked="true" disabled="true"/);
    expect(text(files)).toContain('Give files neutral names Set by your organisation');
    const alerts = html(<AlertChoices own={own} managed={managed} onChange={onChange} />);
    expect(alerts.match(/name="cadence" checked="(true|false)" disabled="true"/g)).toHaveLength(3);
  });

  test('list the sites that are set aside; what the organisation set aside stays there', () => {
    const sites = ['tripo', 'meshy'];
    const shown = (
      <MarkedList words={WORDS.notForClients} sites={sites} decided={['meshy']} onTakeOff={onChange} />
    );
    expect(text(shown)).toContain('Meshy Set by your organisation Tripo Take off the list');
    expect(html(shown).match(/<button/g)).toHaveLength(1);
  });

  test('tell the hours in which nothing rings as the language writes them', () => {
    expect(text(<AlertChoices own={own} managed={unmanaged()} onChange={onChange} />)).toContain('22:00');
  });
});

describe('the permissions', () => {
  test('of the released packages are all explained, and no others', () => {
    const asked = new Set([...released.chromium.permissions, ...released.firefox.permissions]);
    expect(Object.keys(PERMISSIONS)).toEqual([...asked].toSorted());
  });

  test('are shown when the manifest asks for them', () => {
    expect(permissionWords(['alarms']).map(({ name }) => name)).toEqual(['Alarms']);
  });
});
