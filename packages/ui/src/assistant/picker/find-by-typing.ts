/** A pause longer than this starts a new word. */
const PAUSE_MS = 700;

export interface TypedText {
  readonly text: string;
  /** Time of the last letter, in milliseconds of any single clock. */
  readonly at: number;
}

/** Whether a letter typed at `now` continues the word. A space then belongs to the word. */
export function isTyping({ text, at }: TypedText, now: number): boolean {
  return text !== '' && now - at <= PAUSE_MS;
}

/** Appends a letter, or starts a new word after a pause. */
export function appendLetter(before: TypedText, letter: string, at: number): TypedText {
  const text = isTyping(before, at) ? before.text + letter : letter;
  return { text: text.toLowerCase(), at };
}

/**
 * Index of the name that the typed text selects, by the rules of native lists: a single letter, also when repeated,
 * moves to the next name that starts with it; several letters stay on the current name while it matches.
 *
 * Radix has this only inside its Select and Menu, and a listbox with notices and a retry button is neither.
 *
 * @returns undefined when no name starts with the text.
 */
export function findByTyping(
  names: readonly string[],
  current: number,
  { text }: TypedText,
): number | undefined {
  const [letter = ''] = text;
  const isOneLetter = text === letter.repeat(text.length);
  const prefix = isOneLetter ? letter : text;
  const from = isOneLetter ? current + 1 : Math.max(current, 0);
  const order = names.map((_, index) => (from + index) % names.length);
  return order.find((index) => names[index]?.toLowerCase().startsWith(prefix));
}
