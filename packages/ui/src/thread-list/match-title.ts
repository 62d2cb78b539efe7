/** Case and accents do not matter to who searches. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();
}

/** Whether a title has every word of the search somewhere. */
export function matchTitle(title: string, search: string): boolean {
  const folded = fold(title);
  return fold(search)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
