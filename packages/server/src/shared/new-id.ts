/** In the order of their codes. */
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Of the letters after the prefix, the first 7 are the milliseconds of the time, until 2081; the others are random. */
const LENGTH = 24;
const TIME_LENGTH = 7;

export type IdPrefix =
  | 'asst'
  | 'thread'
  | 'msg'
  | 'run'
  | 'step'
  | 'call'
  | 'req'
  | 'vs'
  | 'vsfb'
  | 'file'
  | 'worker'
  | 'step_reasoning';

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

function timeLetters(ms: number): string {
  let letters = '';
  for (let rest = ms; letters.length < TIME_LENGTH; rest = Math.floor(rest / LETTERS.length)) {
    letters = `${LETTERS[rest % LETTERS.length]}${letters}`;
  }
  return letters;
}

/**
 * Returns `prefix_` and 24 letters and digits. Ids of about the same time have the same first letters, so that a database inserts
 * them into its indexes side by side. Works on insecure origins, unlike `crypto.randomUUID`.
 */
export function newId(prefix: IdPrefix): string {
  let id = timeLetters(Date.now());
  while (id.length < LENGTH) {
    const byte = randomByte();
    // 248 is the largest multiple of 62 in a byte; a larger byte would make some letters more likely.
    if (byte < 248) id += LETTERS[byte % LETTERS.length];
  }
  return `${prefix}_${id}`;
}
