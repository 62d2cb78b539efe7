import { type HighlightedLines, type HighlightState, highlightCode } from './highlight-code.ts';

interface HighlightedChunk extends HighlightedLines {
  readonly text: string;
  readonly language: string;
  /** The token that the preceding chunk left open. */
  readonly from: HighlightState;
}

/** Creates a highlighter for growing code in the chunks of `splitLines`. Unchanged chunks are not tokenized again. */
export function createHighlighter(): (
  texts: readonly string[],
  language: string,
) => readonly HighlightedChunk[] {
  let last: readonly HighlightedChunk[] = [];
  return (texts, language) => {
    let from: HighlightState;
    last = texts.map((text, index) => {
      const before = last[index];
      const isSame = before?.text === text && before.language === language && before.from === from;
      const chunk = isSame ? before : { text, language, from, ...highlightCode(text, language, from) };
      from = chunk.open;
      return chunk;
    });
    return last;
  };
}
