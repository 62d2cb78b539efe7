import { join } from 'node:path';

/** What is measured, and how it is called. */
export interface CandidateInfo {
  readonly name: string;
  readonly title: string;
  /** Entry of its page. */
  readonly entry: string;
  /** Installed apart, in `bench/peers`. */
  readonly isPeer: boolean;
  /** Measured in the first repetition only: nothing is told beside it. */
  readonly once?: boolean;
}

export const peersFolder = join(import.meta.dirname, '../peers');

const own = (name: string, title: string, file = 'page.ts'): CandidateInfo => ({
  name,
  title,
  entry: join(import.meta.dirname, 'pages', name, file),
  isPeer: false,
});

const peer = (name: string, title: string): CandidateInfo => ({
  name,
  title,
  entry: join(peersFolder, 'pages', `${name}.tsx`),
  isPeer: true,
});

/** In the order of the tables, and of the turns. */
export const candidates: readonly CandidateInfo[] = [
  own('null', 'nothing drawn'),
  { ...own('client', 'the client alone, nothing drawn'), once: true },
  own('floor-win', 'floor-win'),
  own('floor', 'floor'),
  own('threadkit', 'Threadkit', 'page.tsx'),
  peer('ai-sdk-50ms', 'AI SDK + Streamdown, 50 ms'),
  peer('ai-sdk', 'AI SDK + Streamdown'),
  peer('langchain', 'LangChain useStream'),
  peer('assistant-ui', 'assistant-ui'),
  peer('assistant-ui-windowed', 'assistant-ui, windowed'),
  peer('ant-design-x', 'Ant Design X'),
  peer('naive-memo', 'naive, memoised'),
  peer('naive', 'naive'),
];
