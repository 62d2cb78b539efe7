import { expect, it } from 'vitest';
import { replaceSection } from './section.ts';

it('replaces what stands between the marks, and only that', () => {
  const document = 'before\n<!-- figures -->\nold\n<!-- /figures -->\nafter\n';
  const written = 'before\n<!-- figures -->\n\nnew\n\n<!-- /figures -->\nafter\n';
  expect(replaceSection(document, 'figures', 'new')).toBe(written);
  expect(replaceSection(written, 'figures', '\nnew\n')).toBe(written);
});

it('says which section is missing', () => {
  expect(() => replaceSection('text', 'figures', 'new')).toThrow('<!-- figures -->');
});
