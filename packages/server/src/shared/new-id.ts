const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 24;

export type IdPrefix = 'asst' | 'thread' | 'msg' | 'run' | 'step' | 'call' | 'req' | 'vs' | 'file' | 'worker';

/** Creates the id of a new object. */
export type NewId = (prefix: IdPrefix) => string;

/** Random bytes are drawn in batches: a call to `getRandomValues` costs more than building an id. */
const pool = new Uint8Array(LENGTH * 64);
let used = pool.length;

function randomByte(): number {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  const byte = pool[used] ?? 0;
  used += 1;
  return byte;
}

/** Returns `prefix_` and 24 random letters and digits. Works on insecure origins, unlike `crypto.randomUUID`. */
export function newId(prefix: IdPrefix): string {
  let id = '';
  while (id.length < LENGTH) {
    const byte = randomByte();
    // 248 is the largest multiple of 62 in a byte; a larger byte would make some letters more likely.
    if (byte < 248) id += LETTERS[byte % LETTERS.length];
  }
  return `${prefix}_${id}`;
}
