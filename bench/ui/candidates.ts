import { join } from 'node:path';

/** A page to measure. */
export interface CandidateInfo {
  readonly name: string;
  /** Name in the report. */
  readonly title: string;
  /** Entry point of the page. */
  readonly entry: string;
  /** Dependencies are installed separately, in `bench/peers`. */
  readonly isPeer: boolean;
  /** Measured only in the first repetition. */
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

/** In the order of the tables and of each repetition. */
export const candidates: readonly CandidateInfo[] = [
  own('null', 'nothing rendered'),
  { ...own('client', 'client only, nothing rendered'), once: true },
  own('floor-win', 'floor-win'),
  own('floor', 'floor'),
  own('threadkit', 'Threadkit', 'page.tsx'),
  peer('ai-sdk-50ms', 'AI SDK + Streamdown, 50 ms'),
  peer('ai-sdk', 'AI SDK + Streamdown'),
  peer('langchain', 'LangChain useStream'),
  peer('assistant-ui', 'assistant-ui'),
  peer('assistant-ui-windowed', 'assistant-ui, windowed'),
  peer('ant-design-x', 'Ant Design X'),
  peer('naive-memo', 'naive, memoized'),
  peer('naive', 'naive'),
];
