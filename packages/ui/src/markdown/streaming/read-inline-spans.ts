import { type Autolink, findAutolinks } from './find-autolinks.ts';
import { findIncompleteTail, isIncompleteTarget } from './incomplete-tail.ts';
import type { LineEnd } from './open-line.ts';
import { type Emphasis, readEmphasis } from './read-emphasis.ts';

/** A range of inline text that is not plain text, or that is hidden. */
export type InlineSpan =
  | Emphasis
  | ({ readonly kind: 'autolink' } & Autolink)
  /** The label of a link or image whose target is incomplete. `mark` is the length of its opening bracket. */
  | { readonly kind: 'label'; readonly at: number; readonly mark: number; readonly end: number }
  /** Rendered as literal text or as code, or hidden. */
  | { readonly kind: 'literal' | 'code' | 'hidden'; readonly at: number; readonly end: number };

/** The spans of one inline text. */
export interface InlineSpans {
  /** By start index. */
  readonly byStart: ReadonlyMap<number, InlineSpan>;
  /** Start indices of spans that begin within plain text, in order. */
  readonly stops: readonly number[];
  /** The end has no incomplete syntax. */
  readonly isComplete: boolean;
}

/**
 * Finds the spans of an inline text, complete or with an open end. `maskedByLexer` is `source` with links, code, tags and
 * escapes replaced; `units` are the ranges of extension syntax.
 */
export function readInlineSpans(
  source: string,
  maskedByLexer: string,
  lineEnd: LineEnd,
  units: readonly (readonly [from: number, to: number])[],
): InlineSpans {
  const masked = lineEnd === 'closed' ? maskedByLexer : unmaskHalfTarget(source, maskedByLexer);
  const autolinks = findAutolinks(source).filter(({ at }) => masked.charAt(at) === source.charAt(at));
  const unitsMasked = maskAll(masked, [...autolinks.map(({ at, end }) => [at, end] as const), ...units]);
  const open = lineEnd === 'closed' ? undefined : findIncompleteTail(source, unitsMasked, lineEnd === 'open');
  const labels = open?.labels ?? [];
  const to = open?.at ?? source.length;
  const byStart = new Map<number, InlineSpan>();
  const stops: number[] = [];

  let readTo = to;
  let isComplete = labels.length === 0;

  // Emphasis that opens before a label does not close in it.
  const bounds = [0, ...labels.slice(0, 1), to];
  for (let i = 0; i + 1 < bounds.length; i++) {
    const reading = readEmphasis(unitsMasked, { from: bounds[i] ?? 0, to: bounds[i + 1] ?? to, lineEnd });
    readTo = reading.undecided ?? readTo;
    for (const span of reading.spans) {
      byStart.set(span.at, span);
      isComplete &&= span.isClosed;
    }
  }
  for (const at of labels) {
    byStart.set(at, { kind: 'label', at, mark: source.charAt(at) === '!' ? 2 : 1, end: source.length });
  }
  for (const autolink of autolinks) {
    const { at, end, extent } = autolink;
    if (at >= readTo) break;
    const grows = lineEnd === 'open' && extent === source.length;
    byStart.set(
      at,
      grows ? { kind: 'literal', at, end: Math.min(end, readTo) } : { kind: 'autolink', ...autolink },
    );
    stops.push(at);
    isComplete &&= !grows;
  }
  if (readTo < source.length) {
    const kind = readTo === to ? (open?.kind ?? 'hidden') : 'hidden';
    byStart.set(readTo, { kind, at: readTo, end: source.length });
    stops.push(readTo);
    isComplete = false;
  }
  return { byStart, stops, isComplete };
}

/** Replaces `units` by letters. */
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

/** marked masks `[a](<b)` as a link but does not parse it as one: unmask it, because the target may be incomplete. */
function unmaskHalfTarget(source: string, masked: string): string {
  const target = source.lastIndexOf('](<');
  if (target === -1 || !isIncompleteTarget(source, target + 1)) return masked;
  const at = masked.lastIndexOf('[', target);
  return masked.slice(0, at) + source.slice(at);
}
