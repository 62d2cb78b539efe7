import { table } from '../server/report.ts';
import { CANDIDATES, type Search } from './candidates.ts';
import { type Grades, gradeRanking, meanGrades } from './grade.ts';
import type { JudgedQuestion, RetrievalSet } from './retrieval-set.ts';

/** Groups of the questions. Constants were chosen with the even ones, and the odd ones show whether they hold for others. */
const GROUPS: Readonly<Record<string, (question: JudgedQuestion, index: number) => boolean>> = {
  all: () => true,
  English: ({ language }) => language === 'en',
  'Japanese, Chinese, Korean': ({ language }) => language !== 'en',
  even: (_, index) => index % 2 === 0,
  odd: (_, index) => index % 2 === 1,
};

/** A table of the grades of each candidate for each group of questions. */
export function reportQuality(set: RetrievalSet): string {
  const searches = Object.entries(CANDIDATES).map(([name, index]) => ({ name, search: index(set.chunks) }));
  const rows = Object.entries(GROUPS).flatMap(([group, isIn]) => {
    const questions = set.questions.filter(isIn);
    return searches.map(({ name, search }) => {
      const { ndcgAt10, recallAt5, reciprocalRank } = gradeSearch(search, questions);
      const cells = [ndcgAt10, recallAt5, reciprocalRank].map((grade) => grade.toFixed(3));
      return [`${group} (${questions.length})`, name, ...cells];
    });
  });
  return table(['questions', 'index', 'nDCG@10', 'recall@5', 'MRR'], rows);
}

export function gradeSearch(search: Search, questions: readonly JudgedQuestion[]): Grades {
  return meanGrades(questions.map(({ query, relevant }) => gradeRanking(search(query, 10), relevant)));
}
