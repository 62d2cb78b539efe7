import { describe, expect, it } from 'vitest';
import { indexKeywords } from './candidates.ts';
import { gradeSearch } from './report-quality.ts';
import { loadRetrievalSet } from './retrieval-set.ts';

describe('the ranking of the keyword index', () => {
  // The grades of docs/retrieval.md less a margin, for updates of the packages with the documents.
  it.each([
    ['English', 'en', 0.73],
    ['Japanese, Chinese and Korean', 'ja, zh, ko', 0.97],
  ])('for questions in %s has at least the grade that was measured', (_, language, floor) => {
    const set = loadRetrievalSet();
    const questions = set.questions.filter((question) => question.language === language);
    expect(gradeSearch(indexKeywords(set.chunks), questions).ndcgAt10).toBeGreaterThan(floor);
  });

  it('is graded with a hundred questions', () => {
    expect(loadRetrievalSet().questions).toHaveLength(100);
  });
});
