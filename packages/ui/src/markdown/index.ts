export { Markdown } from './markdown.tsx';
export type { MarkdownProps } from './markdown-components.ts';
