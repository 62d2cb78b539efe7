const longest = 80;

/** The first line of a text, shortened when it is long. */
export function firstLine(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? '';
  return line.length > longest ? `${line.slice(0, longest).trimEnd()}…` : line;
}
