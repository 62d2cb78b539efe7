/** One line of a unified diff, without its first character where that only says what the line is. */
export interface DiffLine {
  readonly kind: 'added' | 'removed' | 'same' | 'place';
  readonly text: string;
}

const KINDS: Readonly<Record<string, DiffLine['kind']>> = { '+': 'added', '-': 'removed', ' ': 'same' };

/** The lines of a unified diff. What stands before a hunk (names of files, modes) says a place. */
export function readDiff(diff: string): readonly DiffLine[] {
  // How many lines of the old and the new file the hunk still has: a line "--- x" inside is a removed one.
  let [oldLeft, newLeft] = [0, 0];
  return diff
    .replace(/\n$/, '')
    .split('\n')
    .map((line): DiffLine => {
      const hunk = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line);
      if (hunk) {
        [oldLeft, newLeft] = [Number(hunk[1] ?? 1), Number(hunk[2] ?? 1)];
        return { kind: 'place', text: line };
      }
      const kind = oldLeft > 0 || newLeft > 0 ? (KINDS[line.charAt(0)] ?? 'same') : 'place';
      if (kind === 'place') return { kind, text: line };
      if (kind !== 'added') oldLeft -= 1;
      if (kind !== 'removed') newLeft -= 1;
      return { kind, text: line.slice(1) };
    });
}
