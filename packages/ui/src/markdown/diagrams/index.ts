export { diagrams } from './diagrams.tsx';
export type { Mermaid } from './draw-diagram.ts';
