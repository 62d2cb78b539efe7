/** A line of a unified diff, without the character that marks its kind. */
export interface DiffLine {
  readonly kind: 'added' | 'removed' | 'same' | 'place';
  readonly text: string;
}

const KINDS: Readonly<Record<string, DiffLine['kind']>> = { '+': 'added', '-': 'removed', ' ': 'same' };

/** Parses a unified diff. Lines outside of hunks (file names, modes) have the kind `place`. */
export function readDiff(diff: string): readonly DiffLine[] {
  // Lines left in the hunk for the old and the new file: inside a hunk, "--- x" is a removed line.
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
