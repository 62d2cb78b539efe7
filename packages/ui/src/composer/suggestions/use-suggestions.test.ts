import { expect, test } from 'vitest';
import { searchSuggestions } from './use-suggestions.ts';

const items = ['Translate', 'Summarize', 'Résumé', 'Late summary'].map((label) => ({ id: label, label }));
const search = (query: string): string[] => searchSuggestions(items, query).map(({ label }) => label);

test('an empty query returns all suggestions in order', () => {
  expect(search('')).toEqual(['Translate', 'Summarize', 'Résumé', 'Late summary']);
});

test('labels that start with the query come first', () => {
  expect(search('lat')).toEqual(['Late summary', 'Translate']);
});

test('case and accents are ignored', () => {
  expect(search('RESU')).toEqual(['Résumé']);
});
