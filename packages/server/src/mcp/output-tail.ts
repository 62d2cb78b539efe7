const MAX_CHARS = 8192;
const MAX_LINES = 10;

/** The end of what a program writes. */
export interface OutputTail {
  add(chunk: Uint8Array): void;
  /** The last lines, without empty ones. A line whose beginning is not known any more is left out: it may be half a secret. */
  read(): string;
}

export function createOutputTail(): OutputTail {
  const decoder = new TextDecoder();
  let text = '';
  let isCut = false;
  return {
    add(chunk) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length <= MAX_CHARS) return;
      text = text.slice(-MAX_CHARS);
      isCut = true;
    },
    read() {
      const lines = text.split('\n');
      if (isCut) lines.shift();
      return lines
        .filter((line) => line.trim() !== '')
        .slice(-MAX_LINES)
        .join('\n');
    },
  };
}
