/** A text that arrives in pieces and again as a whole; some servers send only one of them. */
export interface GrowingText {
  readonly text: string;
  /** Adds a piece. Returns it. */
  add(piece: string): string;
  /** Receives the whole text. Returns what the pieces lacked; nothing when they say something else. */
  settle(whole: string): string;
}

export function createGrowingText(): GrowingText {
  let text = '';
  return {
    get text() {
      return text;
    },
    add(piece) {
      text += piece;
      return piece;
    },
    settle(whole) {
      if (!whole.startsWith(text)) return '';
      const rest = whole.slice(text.length);
      text = whole;
      return rest;
    },
  };
}
