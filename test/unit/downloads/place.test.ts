import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseName, folderFor, isModel, sourcesOf } from '../../../lib/downloads/place.ts';

describe('the folder of a project', () => {
  test('has its name', () => {
    expect(folderFor('Dragon for Northlight')).toBe('Client_Projects/Dragon for Northlight/01_AI_Source');
    expect(folderFor('竜の像')).toBe('Client_Projects/竜の像/01_AI_Source');
  });

  test.each([
    ['../../etc', 'etc'],
    ['a/b\\c', 'a b c'],
    ['.hidden.', 'hidden'],
    ['what? "this": <that>', 'what this that'],
    ['two\nlines\u202e', 'two lines'],
  ])('never leads anywhere else: %j', (project, name) => {
    expect(folderFor(project)).toBe(`Client_Projects/${name}/01_AI_Source`);
  });

  test.each(['', '   ', '...', '/', 'CON', 'lpt1'])('is none for %j', (project) => {
    expect(folderFor(project)).toBeNull();
  });

  test('is always one folder within another within another, or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (project) => {
        const folder = folderFor(project);
        if (folder === null) return;
        const parts = folder.split('/');
        expect(parts).toHaveLength(3);
        expect(parts[1]).not.toMatch(/^\.|[. ]$|[\\:*?"<>|]/);
      }),
    );
  });
});

test('models and archives are known by their endings', () => {
  expect(['a.GLB', 'b.usdz', 'c.zip', 'd.fbx'].every(isModel)).toBe(true);
  expect(['a.png', 'glb', 'b.glb.exe'].some(isModel)).toBe(false);
});

test('a name is the last part of a path on every system', () => {
  expect(baseName('/home/robin/Downloads/a.glb')).toBe('a.glb');
  expect(baseName('C:\\Users\\Robin\\a.glb')).toBe('a.glb');
});

test('a download comes from its page, also when the page made it itself', () => {
  expect(sourcesOf({ referrer: 'https://a.example/x', url: 'blob:https://b.example/1' })).toEqual([
    'https://a.example/x',
    'https://b.example/1',
  ]);
  expect(sourcesOf({ referrer: '', url: undefined })).toEqual([]);
});
