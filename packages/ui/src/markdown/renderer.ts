// The chunk that is loaded on first use: everything that imports the parser.

export { Markdown } from './markdown.tsx';
export { spokenText } from './streaming/spoken-text.ts';
