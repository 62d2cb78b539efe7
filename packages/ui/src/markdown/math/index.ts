/**
 * Formulas in Markdown, rendered by KaTeX.
 *
 * @example
 * ```tsx
 * import { Chat, MarkdownProvider } from '@threadkit/ui';
 * import { math } from '@threadkit/ui/math';
 *
 * const extensions = [math(() => import('katex'))];
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

export type { Katex } from './formula.tsx';
export { math } from './math.tsx';
