/** How well a ranking answers a question, or the mean of many. Each from 0 to 1. */
export interface Grades {
  /** Discounted cumulative gain of the first ten results, divided by that of the best order. */
  readonly ndcgAt10: number;
  /** The share of the relevant results that are among the first five. */
  readonly recallAt5: number;
  /** 1 divided by the rank of the first relevant result among the first ten; 0 without one. */
  readonly reciprocalRank: number;
}

/** @param ranking The best first. */
export function gradeRanking(ranking: readonly string[], relevant: ReadonlySet<string>): Grades {
  const top = ranking.slice(0, 10);
  const gain = sum(top.map((id, at) => (relevant.has(id) ? gainAt(at) : 0)));
  const bestGain = sum(Array.from({ length: Math.min(10, relevant.size) }, (_, at) => gainAt(at)));
  const first = top.findIndex((id) => relevant.has(id));
  return {
    ndcgAt10: gain / bestGain,
    recallAt5: top.slice(0, 5).filter((id) => relevant.has(id)).length / Math.min(5, relevant.size),
    reciprocalRank: first === -1 ? 0 : 1 / (first + 1),
  };
}

export function meanGrades(grades: readonly Grades[]): Grades {
  const mean = (read: (one: Grades) => number): number => sum(grades.map(read)) / grades.length;
  return {
    ndcgAt10: mean((one) => one.ndcgAt10),
    recallAt5: mean((one) => one.recallAt5),
    reciprocalRank: mean((one) => one.reciprocalRank),
  };
}

const gainAt = (index: number): number => 1 / Math.log2(index + 2);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
