/**
 * Markdown that is formatted in the first render, also on a server. `Markdown` of the main entry loads its parser on first
 * use.
 *
 * @example
 * ```tsx
 * import { Chat, MarkdownProvider } from '@threadkit/ui';
 * import { Markdown } from '@threadkit/ui/markdown';
 *
 * export const App = () => (
 *   <MarkdownProvider renderer={Markdown}>
 *     <Chat assistantId="asst_demo" />
 *   </MarkdownProvider>
 * );
 * ```
 *
 * @packageDocumentation
 */

export { Markdown } from './markdown.tsx';
export type { MarkdownProps } from './markdown-components.ts';
