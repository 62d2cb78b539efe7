/** Describes the first line that differs, with both versions of it. */
export function firstDifference(committed: string, sources: string): string {
  const before = committed.split('\n');
  const after = sources.split('\n');
  const line = Array.from(before.length > after.length ? before : after).findIndex(
    (_, index) => before[index] !== after[index],
  );
  if (line === -1) return 'does not differ.';
  const show = (content: string | undefined) => content ?? '(end)';
  return `differs from line ${line + 1} on:\n  committed: ${show(before[line])}\n  sources:   ${show(after[line])}`;
}
