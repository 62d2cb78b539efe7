/** Letters typed further apart than this begin another word. */
const PAUSE_MS = 700;

export interface Typed {
  readonly text: string;
  /** When its last letter came, in milliseconds of any one clock. */
  readonly at: number;
}

/** Whether a letter now would go on with the word: a space then belongs to it. */
export function isInWord({ text, at }: Typed, now: number): boolean {
  return text !== '' && now - at <= PAUSE_MS;
}

/** What has been typed with one more letter. */
export function typeOn(before: Typed, letter: string, at: number): Typed {
  const text = isInWord(before, at) ? before.text + letter : letter;
  return { text: text.toLowerCase(), at };
}

/**
 * The place of the name that what was typed means, as a native list finds it: one letter, also repeated, goes on to
 * the next name with it; more letters stay where they fit. Undefined when nothing begins like that.
 */
export function findByTyping(names: readonly string[], current: number, { text }: Typed): number | undefined {
  const [letter = ''] = text;
  const isOneLetter = text === letter.repeat(text.length);
  const wanted = isOneLetter ? letter : text;
  const from = isOneLetter ? current + 1 : Math.max(current, 0);
  const order = names.map((_, index) => (from + index) % names.length);
  return order.find((index) => names[index]?.toLowerCase().startsWith(wanted));
}
