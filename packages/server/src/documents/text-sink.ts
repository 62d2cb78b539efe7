import { DocumentFailureError } from './document-failure.ts';

/** Where the text of a document goes, piece by piece. */
export interface TextSink {
  /** @throws `DocumentFailureError` when the text becomes too long. */
  add(text: string): void;
  /** @throws `DocumentFailureError` when all of the text is white space. */
  end(): void;
}

/** What is collected before it is sent. */
const PIECE_CHARS = 2 ** 16;

/** Removes control characters, which no text has and no database takes, except for tabs and line feeds. */
export function createTextSink(maxChars: number, send: (piece: string) => void): TextSink {
  let chars = 0;
  let hasText = false;
  let parts: string[] = [];
  let partChars = 0;

  function flush(): void {
    const piece = parts
      .join('')
      .replaceAll(/\r\n?/g, '\n')
      .replaceAll(/[^\P{Cc}\t\n]/gu, '');
    parts = [];
    partChars = 0;
    if (piece === '') return;
    hasText ||= piece.trim() !== '';
    send(piece);
  }

  return {
    add(text) {
      chars += text.length;
      if (chars > maxChars) throw new DocumentFailureError('textChars');
      parts.push(text);
      partChars += text.length;
      if (partChars >= PIECE_CHARS) flush();
    },
    end() {
      flush();
      if (!hasText) throw new DocumentFailureError('no_text');
    },
  };
}
