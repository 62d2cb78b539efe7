import type { Ending } from './ending.ts';
import { flanks, isApart } from './flanking.ts';

/** Words between marks, or, at the end of an open text, behind a mark whose partner may still come. */
export interface Emphasis {
  readonly kind: 'em' | 'strong' | 'del';
  readonly at: number;
  /** How long the opening mark is; the closing one is as long, or not there yet. */
  readonly mark: 1 | 2;
  /** Where the words end. */
  readonly end: number;
  readonly isClosed: boolean;
}

export interface EmphasisReading {
  readonly spans: readonly Emphasis[];
  /** Where marks begin, at the very end, whose meaning follows from what comes next. */
  readonly undecided: number | undefined;
}

export interface EmphasisScope {
  /** Where the text begins that marks find their partners in. */
  readonly from: number;
  /** Where it ends. */
  readonly to: number;
  /** Unless it is closed, what was opened in the last line is shown as if it were. */
  readonly ending: Ending;
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
 * CommonMark's algorithm for emphasis, with a stack of opened marks: linear, as each search for a partner goes no
 * further than the one before it. `masked` is a text in which the marks inside of code, links, addresses and formulas
 * are no marks.
 */
export function readEmphasis(masked: string, { from, to, ending }: EmphasisScope): EmphasisReading {
  const spans: Emphasis[] = [];
  const opened: Run[] = [];
  const bottoms = new Map<string, number>();
  const lastLine = masked.lastIndexOf('\n', to - 1);
  let undecided: number | undefined;
  // Where the marks and brackets begin that lie directly before the next run.
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
    // It may grow, and open or close then. Where it can do neither before more is there, it is a letter.
    if (ending === 'open' && at === masked.length) {
      const partner = opened.findLast(({ mark }) => mark === run.mark) ?? run;
      if (partner.isEarly) undecided = run.at;
      break;
    }
    if (run.canClose) close(run, opened, bottoms, spans);
    if (run.canOpen && run.left > 0) opened.push(run);
  }
  if (ending !== 'closed') {
    for (const run of opened) {
      if (run.isEarly && run.at > lastLine) spans.push(...closeEarly(run, masked.length));
    }
  }
  return { spans, undecided };
}

/** The run of marks at `at`, or what stands before the next one. */
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
  // A single tilde is a letter ("3~5"), and so are three.
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
