import { expect, it } from 'vitest';
import { findRetiredExports, findRetiredNames } from './retired-names.ts';

it('findRetiredNames reports a retired identifier with its line and its replacement', () => {
  expect(findRetiredNames('src/a.ts', 'const a = 1;\nuseTurn(controller, runId);')).toEqual([
    'src/a.ts:2: useTurn is retired, use useRunItems.',
  ]);
});

it('findRetiredNames reports retired slots, attributes and style variables', () => {
  const css = '[data-slot="new-mark"] { color: var(--tk-ink); }\n[data-look="quiet"] {}';
  expect(findRetiredNames('a.css', css)).toEqual([
    'a.css:1: new-mark is retired, use unread-divider.',
    'a.css:1: --tk-ink is retired, use --tk-foreground.',
    'a.css:2: data-look is retired, use data-variant.',
  ]);
});

it('findRetiredNames accepts longer names that contain a retired one', () => {
  expect(findRetiredNames('a.ts', 'useTurnaround(); --tk-page-width; my-new-mark; useWordsmith')).toEqual([]);
});

it('findRetiredExports reports a retired export of an API report, under its exported name', () => {
  const report = 'export { Component as Words, type LocaleStrings, b };';
  expect(findRetiredExports('api/ui.d.ts', report)).toEqual([
    'api/ui.d.ts: the export Words is retired, use LocaleStrings.',
  ]);
});

it('findRetiredExports accepts a component of ui with the former name of a type of core', () => {
  expect(findRetiredExports('api/ui.d.ts', 'export { ToolCall };')).toEqual([]);
  expect(findRetiredExports('api/core.d.ts', 'export { type ToolCall };')).toHaveLength(1);
});
