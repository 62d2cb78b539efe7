/** What an engine did against its interface. Each part is one sentence. */
export interface Violation {
  /** What the engine did. */
  readonly did: string;
  /** What the interface expects. */
  readonly expected: string;
  /** What the author of the engine can do. */
  readonly remedy: string;
}

/** The error of a failed check: what the engine did, what is expected, what to do. */
export function contractError({ did, expected, remedy }: Violation, cause?: unknown): Error {
  return new Error(`${did} ${expected} ${remedy}`, cause === undefined ? undefined : { cause });
}

/** Throws the error of the violation unless the condition holds. */
export function expectThat(condition: boolean, violation: () => Violation): asserts condition {
  if (!condition) throw contractError(violation());
}

const MAX_SHOWN = 300;

/** A value as JSON for a message, cut when it is long. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

/** Whether two values have the same JSON text. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
