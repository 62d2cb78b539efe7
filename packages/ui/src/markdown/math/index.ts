export type { Katex } from './formula.tsx';
export { math } from './math.tsx';
