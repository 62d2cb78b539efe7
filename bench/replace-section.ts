/**
 * Replaces the text between the markers `<!-- name -->` and `<!-- /name -->` of a document.
 *
 * @throws When a marker is missing.
 */
export function replaceSection(document: string, name: string, text: string): string {
  const begin = `<!-- ${name} -->`;
  const end = `<!-- /${name} -->`;
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from === -1 || to < from) {
    throw new Error(`The document has no section to replace: add the lines ${begin} and ${end}.`);
  }
  return `${document.slice(0, from + begin.length)}\n\n${text.trim()}\n\n${document.slice(to)}`;
}
