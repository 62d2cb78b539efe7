const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 24;

export type IdPrefix = 'asst' | 'thread' | 'msg' | 'run' | 'step' | 'call' | 'req' | 'vs' | 'worker';

/** Makes the id of a new object. */
export type NewId = (prefix: IdPrefix) => string;

/** `prefix_` and 24 random letters and digits. Needs no secure origin, unlike `crypto.randomUUID`. */
export function newId(prefix: IdPrefix): string {
  let id = '';
  while (id.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH))) {
      // 248 is the largest multiple of 62 in a byte: above it letters would not be equally likely.
      if (byte < 248 && id.length < LENGTH) id += LETTERS[byte % LETTERS.length];
    }
  }
  return `${prefix}_${id}`;
}
