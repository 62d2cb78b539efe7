import { expect, it } from 'vitest';
import { replaceSection } from './replace-section.ts';

it('replaceSection replaces only the text between the markers', () => {
  const document = 'before\n<!-- figures -->\nold\n<!-- /figures -->\nafter\n';
  const written = 'before\n<!-- figures -->\n\nnew\n\n<!-- /figures -->\nafter\n';
  expect(replaceSection(document, 'figures', 'new')).toBe(written);
  expect(replaceSection(written, 'figures', '\nnew\n')).toBe(written);
});

it('replaceSection names the missing section in its error', () => {
  expect(() => replaceSection('text', 'figures', 'new')).toThrow('<!-- figures -->');
});
