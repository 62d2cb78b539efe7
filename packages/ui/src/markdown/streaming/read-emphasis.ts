import { flanks, isApart } from './flanking.ts';
import type { LineEnd } from './open-line.ts';

/** Emphasized text; at the end of an open text, also text after an opening delimiter whose closing one may still arrive. */
export interface Emphasis {
  readonly kind: 'em' | 'strong' | 'del';
  readonly at: number;
  /** Length of the opening delimiter, and of the closing one if it exists. */
  readonly mark: 1 | 2;
  /** Where the content ends. */
  readonly end: number;
  readonly isClosed: boolean;
}

export interface EmphasisReading {
  readonly spans: readonly Emphasis[];
  /** The start of delimiters at the end of the text whose meaning depends on the next character. */
  readonly undecided: number | undefined;
}

export interface EmphasisRange {
  /** Start of the range in which delimiters are matched. */
  readonly from: number;
  /** End of the range. */
  readonly to: number;
  /** Unless `closed`, delimiters opened in the last line are treated as if they were closed at the end. */
  readonly lineEnd: LineEnd;
}

interface Run {
  readonly mark: string;
  at: number;
  left: number;
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  readonly isEarly: boolean;
}

/**
 * CommonMark's algorithm for emphasis with a delimiter stack. Linear, because no search for an opener goes further than the
 * one before it. In `masked`, delimiters inside of code, links, autolinks and formulas are replaced.
 */
export function readEmphasis(masked: string, { from, to, lineEnd }: EmphasisRange): EmphasisReading {
  const spans: Emphasis[] = [];
  const opened: Run[] = [];
  const bottoms = new Map<string, number>();
  const lastLine = masked.lastIndexOf('\n', to - 1);
  let undecided: number | undefined;
  // The start of the delimiters and brackets directly before the next run.
  let cluster = from;
  for (let at = from; at < to; ) {
    const run = runAt(masked, at, to, cluster);
    at += run.length;
    if (run.mark === '') {
      let brackets = at;
      while (brackets > run.at && '[!'.includes(masked.charAt(brackets - 1))) brackets -= 1;
      if (brackets > run.at) cluster = brackets;
      continue;
    }
    // The run may grow. It is undecided if it could open or close then; otherwise it is literal.
    if (lineEnd === 'open' && at === masked.length) {
      const partner = opened.findLast(({ mark }) => mark === run.mark) ?? run;
      if (partner.isEarly) undecided = run.at;
      break;
    }
    if (run.canClose) close(run, opened, bottoms, spans);
    if (run.canOpen && run.left > 0) opened.push(run);
  }
  if (lineEnd !== 'closed') {
    for (const run of opened) {
      if (run.isEarly && run.at > lastLine) spans.push(...closeEarly(run, masked.length));
    }
  }
  return { spans, undecided };
}

/** The delimiter run at `at`, or the text up to the next run. */
function runAt(text: string, at: number, to: number, cluster: number): Run {
  const mark = text.charAt(at);
  let end = at + 1;
  if (!isMark(mark)) {
    while (end < to && !isMark(text.charAt(end))) end += 1;
    return { mark: '', at, left: 0, length: end - at, canOpen: false, canClose: false, isEarly: false };
  }
  while (end < to && text.charAt(end) === mark) end += 1;
  const length = end - at;
  const isEarly = isApart(text, cluster, mark);
  // One tilde ("3~5") or more than two are literal.
  if (mark === '~' && length !== 2)
    return { mark, at, left: 0, length, canOpen: false, canClose: false, isEarly };
  return { mark, at, left: length, length, ...flanks(text, at, end), isEarly };
}

const isMark = (char: string): boolean => char === '*' || char === '_' || char === '~';

function close(run: Run, opened: Run[], bottoms: Map<string, number>, spans: Emphasis[]): void {
  const key = `${run.mark}${run.canOpen}${run.length % 3}`;
  while (run.left > 0) {
    const bottom = bottoms.get(key) ?? -1;
    const index = opened.findLastIndex((opener) => opener.at <= bottom || isPartner(opener, run));
    const opener = opened[index];
    if (!opener || opener.at <= bottom) {
      bottoms.set(key, run.at - 1);
      return;
    }
    const mark = run.mark === '~' || (opener.left >= 2 && run.left >= 2) ? 2 : 1;
    opener.left -= mark;
    spans.push({
      kind: kindOf(run.mark, mark),
      at: opener.at + opener.left,
      mark,
      end: run.at,
      isClosed: true,
    });
    run.left -= mark;
    run.at += mark;
    opened.length = opener.left > 0 ? index + 1 : index;
  }
}

function isPartner(opener: Run, closer: Run): boolean {
  if (opener.mark !== closer.mark) return false;
  if (opener.mark === '~' || (!opener.canClose && !closer.canOpen)) return true;
  return (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}

function kindOf(char: string, mark: 1 | 2): Emphasis['kind'] {
  if (char === '~') return 'del';
  return mark === 2 ? 'strong' : 'em';
}

function closeEarly(run: Run, end: number): Emphasis[] {
  const spans: Emphasis[] = [];
  for (let { at, left } = run; left > 0; ) {
    const mark = left >= 2 ? 2 : 1;
    spans.push({ kind: kindOf(run.mark, mark), at, mark, end, isClosed: false });
    at += mark;
    left -= mark;
  }
  return spans;
}
