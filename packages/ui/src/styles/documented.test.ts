import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

function readAll(pattern: string): string {
  const files = globSync(pattern, { cwd: root }).filter(
    (file) => !/\.(?:test|stories)\.|^stories/.test(file),
  );
  return files.map((file) => read(file.replaceAll('\\', '/'))).join('\n');
}

const named = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].toSorted();

const guide = read('../../../docs/guides/theming.md');
const readme = read('../README.md');
const css = readAll('**/*.css');
const sources = readAll('**/*.{ts,tsx}');
const tokens = named(read('styles/tokens.css'), /^\s+(--tk-[\w-]+):/gm).filter(
  (name) => name !== '--tk-scheme' && !name.startsWith('--tk--'),
);
/** Values of `data-slot`, set by an attribute, `renderPart`, a `dataSlot` prop or the DOM. Selectors do not count. */
const rendered = new Set(
  [
    /(?<!\[)data-slot="([\w-]+)"/g,
    /renderPart\(\s*'?\w+'?,\s*'([\w-]+)'/g,
    /dataSlot="([\w-]+)"/g,
    /dataset\['slot'\] = '([\w-]+)'/g,
  ].flatMap((pattern) => named(sources, pattern)),
);

/** Slots that may change in any version, by the reason why an app does not style them. */
const PRIVATE_SLOTS: Readonly<Record<string, readonly string[]>> = {
  'not visible': ['announcer'],
  'a box for layout, which groups children that have slots of their own': [
    'code-lines',
    'editor-check',
    'editor-function',
    'editor-function-head',
    'editor-pair',
    'editor-select',
    'long-list-group',
    'long-list-page',
    'long-list-section',
    'markdown-part',
    'message-image-open',
  ],
  'the default of a button, which its part replaces': ['button', 'editor-add'],
  'shown in place of content that is loading or failed': [
    'load-error',
    'math-source',
    'message-image-placeholder',
    'message-source',
    'output-stored-image',
  ],
  'one text or mark inside a documented slot': [
    'diagram-image',
    'key-value-arrow',
    'run-timeline-ticks',
    'run-usage-part',
    'search-result-name',
    'search-result-passage',
    'search-result-score',
    'search-result-snippet',
    'search-threshold',
  ],
  'a detail of the inspector, which is a tool for developers': [
    'run-inspector-count',
    'run-inspector-event-summary',
    'run-inspector-json',
    'run-inspector-name',
    'run-inspector-notice',
    'run-inspector-offset',
    'run-inspector-position',
    'run-inspector-status',
    'run-inspector-text',
  ],
};

const table = guide.slice(guide.indexOf('## Slots'));
const withoutAttributeValues = table.replace(/`data-(?:variant|state)`: [^|]*/g, '');
const documented = named(withoutAttributeValues, /`([a-z][a-z-]*)`/g).filter(
  (name) => !name.startsWith('data-'),
);

test('the theming guide lists exactly the public variables', () => {
  expect(named(guide, /(--tk-[a-z0-9-]+)/g)).toEqual(tokens);
});

test('the README mentions only existing variables', () => {
  expect(named(readme, /(--tk-[a-z0-9-]+)/g).filter((name) => !tokens.includes(name))).toEqual([]);
});

test('every variable that is used is set', () => {
  const set = new Set([...named(css, /(--tk-[\w-]+):/g), ...named(sources, /'(--tk-[\w-]+)'(?::|, )/g)]);
  expect(named(css + sources, /var\((--tk-[\w-]+)/g).filter((name) => !set.has(name))).toEqual([]);
});

test('every slot in a CSS rule is rendered by a part', () => {
  const slots = named(css, /data-slot="([\w-]+)"/g);
  expect(slots.length).toBeGreaterThan(100);
  expect(slots.filter((slot) => !rendered.has(slot))).toEqual([]);
});

test('every documented slot and attribute exists', () => {
  expect(documented.length).toBeGreaterThan(100);
  expect(documented.filter((slot) => !rendered.has(slot))).toEqual([]);
  const examples = named(guide + readme, /data-slot="([\w-]+)"/g);
  expect(examples.filter((slot) => !rendered.has(slot))).toEqual([]);
  const attributes = named(table, /`data-([a-z]+)`/g);
  expect(attributes.filter((name) => !new RegExp(`\\b${name}\\b`).test(css + sources))).toEqual([]);
});

test('every rendered slot is either documented or private with a reason', () => {
  const known = [...documented, ...Object.values(PRIVATE_SLOTS).flat()];
  expect([...rendered].toSorted()).toEqual([...new Set(known)].toSorted());
  expect(
    Object.values(PRIVATE_SLOTS)
      .flat()
      .filter((slot) => documented.includes(slot)),
  ).toEqual([]);
});
