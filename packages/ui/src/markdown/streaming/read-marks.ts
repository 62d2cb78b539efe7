import { type Address, findAddresses } from './address.ts';
import type { Ending } from './ending.ts';
import { isOpenTarget, readOpenEnd } from './open-end.ts';
import { type Emphasis, readEmphasis } from './read-emphasis.ts';

/** A stretch of a line of words that means more than its letters, or that is not shown. */
export type Mark =
  | Emphasis
  | ({ readonly kind: 'address' } & Address)
  /** The words of a link or an image whose target is still being written. `mark` is the length of its bracket. */
  | { readonly kind: 'label'; readonly at: number; readonly mark: number; readonly end: number }
  /** Shown as the letters that they are, whatever marks are among them. */
  | { readonly kind: 'letters' | 'code' | 'hidden'; readonly at: number; readonly end: number };

/** What has been read of one line of words. */
export interface Marks {
  /** By where they begin. */
  readonly byStart: ReadonlyMap<number, Mark>;
  /** Where those begin that no other mark announces, in order. */
  readonly stops: readonly number[];
  /** Nothing at the end waits for what comes next. */
  readonly isSettled: boolean;
}

/** Formulas and others that an extension reads: no mark in them is one. */
export type ReadUnit = (source: string) => number;

/**
 * Reads the marks of a line of words, whole or at its open end, by the same rules. `masked` is `source` with the letters
 * of links, code, tags and escapes replaced; `units` tells where further ones are.
 */
export function readMarks(
  source: string,
  maskedByLexer: string,
  ending: Ending,
  units: readonly (readonly [from: number, to: number])[],
): Marks {
  const masked = ending === 'closed' ? maskedByLexer : unmaskHalfTarget(source, maskedByLexer);
  const addresses = findAddresses(source).filter(({ at }) => masked.charAt(at) === source.charAt(at));
  const strings = maskAll(masked, [...addresses.map(({ at, end }) => [at, end] as const), ...units]);
  const open = ending === 'closed' ? undefined : readOpenEnd(source, strings, ending === 'open');
  const labels = open?.labels ?? [];
  const to = open?.at ?? source.length;
  const byStart = new Map<number, Mark>();
  const stops: number[] = [];

  let held = to;
  let isSettled = labels.length === 0;

  // Emphasis that began before a label does not end in it.
  const scopes = [0, ...labels.slice(0, 1), to];
  for (let i = 0; i + 1 < scopes.length; i++) {
    const reading = readEmphasis(strings, { from: scopes[i] ?? 0, to: scopes[i + 1] ?? to, ending });
    held = reading.undecided ?? held;
    for (const span of reading.spans) {
      byStart.set(span.at, span);
      isSettled &&= span.isClosed;
    }
  }
  for (const at of labels) {
    byStart.set(at, { kind: 'label', at, mark: source.charAt(at) === '!' ? 2 : 1, end: source.length });
  }
  for (const address of addresses) {
    const { at, end, extent } = address;
    if (at >= held) break;
    const grows = ending === 'open' && extent === source.length;
    byStart.set(
      at,
      grows ? { kind: 'letters', at, end: Math.min(end, held) } : { kind: 'address', ...address },
    );
    stops.push(at);
    isSettled &&= !grows;
  }
  if (held < source.length) {
    const kind = held === to ? (open?.kind ?? 'hidden') : 'hidden';
    byStart.set(held, { kind, at: held, end: source.length });
    stops.push(held);
    isSettled = false;
  }
  return { byStart, stops, isSettled };
}

/** Letters in the place of what is a unit by itself. */
function maskAll(masked: string, units: readonly (readonly [from: number, to: number])[]): string {
  let out = '';
  let last = 0;
  for (const [from, to] of units.toSorted(([a], [b]) => a - b)) {
    if (from < last) continue;
    out += masked.slice(last, from) + 'a'.repeat(to - from);
    last = to;
  }
  return out + masked.slice(last);
}

/** marked takes `[a](<b)` for a link where it masks, and for none where it reads: the target may go on. */
function unmaskHalfTarget(source: string, masked: string): string {
  const target = source.lastIndexOf('](<');
  if (target === -1 || !isOpenTarget(source, target + 1)) return masked;
  const at = masked.lastIndexOf('[', target);
  return masked.slice(0, at) + source.slice(at);
}
