import { describe, expect, it } from 'vitest';
import { gradeRanking, meanGrades } from './grade.ts';

const relevant = new Set(['a', 'b']);

describe('gradeRanking', () => {
  it('the best order has the grade 1', () => {
    expect(gradeRanking(['b', 'a', 'x'], relevant)).toEqual({ ndcgAt10: 1, recallAt5: 1, reciprocalRank: 1 });
  });

  it('a ranking without a relevant result has the grade 0', () => {
    const ten = Array.from({ length: 10 }, (_, index) => `x${index}`);
    const none = { ndcgAt10: 0, recallAt5: 0, reciprocalRank: 0 };
    expect(gradeRanking([], relevant)).toEqual(none);
    expect(gradeRanking([...ten, 'a', 'b'], relevant)).toEqual(none);
  });

  it('a relevant result counts less the later it is', () => {
    const { ndcgAt10, recallAt5, reciprocalRank } = gradeRanking(['x', 'a', 'x', 'x', 'x', 'b'], relevant);
    expect(ndcgAt10).toBeCloseTo((1 / Math.log2(3) + 1 / Math.log2(7)) / (1 + 1 / Math.log2(3)));
    expect(recallAt5).toBe(0.5);
    expect(reciprocalRank).toBe(0.5);
  });

  it('grades of many questions are averaged', () => {
    const grades = [gradeRanking(['a', 'b'], relevant), gradeRanking([], relevant)];
    expect(meanGrades(grades)).toEqual({ ndcgAt10: 0.5, recallAt5: 0.5, reciprocalRank: 0.5 });
  });
});
