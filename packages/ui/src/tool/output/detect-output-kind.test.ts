import { expect, test } from 'vitest';
import { en } from '../../locales/en.ts';
import { detectOutputKind } from './detect-output-kind.ts';

const PIXEL = 'data:image/png;base64,iVBORw0KGgo=';
const DIFF = '--- a/x.ts\n+++ b/x.ts\n@@ -1,2 +1,2 @@\n-const a = 1;\n+const a = 2;\n';

test.each([
  [undefined, 'empty'],
  ['', 'empty'],
  [[], 'empty'],
  [{}, 'empty'],
  ['Done.', 'text'],
  [7, 'text'],
  [[4, 17], 'text'],
  [['a', 'b'], 'list'],
  [{ a: 1 }, 'key-values'],
  [[{ a: 1 }], 'text'],
  [[{ a: 1 }, { a: 2 }], 'table'],
  [[{ a: { b: 1 } }, { a: 2 }], 'text'],
  [[{ a: 1 }, 2], 'text'],
  [DIFF, 'diff'],
  ['- one\n+ two', 'text'],
  [PIXEL, 'image'],
  [{ chart: PIXEL, points: 3 }, 'image'],
] as const)('detectOutputKind detects %j as %s', (value, kind) => {
  expect(detectOutputKind(value, en.tool).kind).toBe(kind);
});

test('a table has the columns of all rows', () => {
  expect(
    detectOutputKind(
      [
        { region: 'eu', p95: 212 },
        { region: 'us', ok: true },
      ],
      en.tool,
    ),
  ).toEqual({
    kind: 'table',
    columns: ['region', 'p95', 'ok'],
    rows: [
      ['eu', '212', undefined],
      ['us', undefined, 'yes'],
    ],
  });
});

test('other properties beside an image are kept', () => {
  expect(detectOutputKind({ chart: PIXEL, points: 3 }, en.tool)).toEqual({
    kind: 'image',
    src: PIXEL,
    rest: { points: 3 },
  });
});

test.each([
  'https://example.com/a.png',
  'data:text/html;base64,PGI+',
  'data:image/svg+xml;base64,PHN2Zz4=',
  'data:image/png;base64,"onerror="x',
])('detectOutputKind detects the unsafe image %s as text', (text) => {
  expect(detectOutputKind(text, en.tool).kind).toBe('text');
});

test('a column may have the name of a built-in property', () => {
  const value: unknown = JSON.parse('[{"constructor":"a"},{"other":"b"}]');
  expect(detectOutputKind(value, en.tool)).toEqual({
    kind: 'table',
    columns: ['constructor', 'other'],
    rows: [
      ['a', undefined],
      [undefined, 'b'],
    ],
  });
});
