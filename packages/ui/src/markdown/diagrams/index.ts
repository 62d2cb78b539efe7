/**
 * Diagrams in Markdown, drawn by Mermaid.
 *
 * @example
 * ```tsx
 * import { Chat, MarkdownProvider } from '@threadkit/ui';
 * import { diagrams } from '@threadkit/ui/diagrams';
 *
 * const extensions = [diagrams(() => import('mermaid'))];
 *
 * export const App = () => (
 *   <MarkdownProvider extensions={extensions}>
 *     <Chat assistantId="asst_demo" />
 *   </MarkdownProvider>
 * );
 * ```
 *
 * @packageDocumentation
 */

export { diagrams } from './diagrams.tsx';
export type { Mermaid } from './draw-diagram.ts';
