// The file that is loaded on first use: everything that needs the parser.

export { Markdown } from './markdown.tsx';
export { plainWords } from './streaming/plain-words.ts';
