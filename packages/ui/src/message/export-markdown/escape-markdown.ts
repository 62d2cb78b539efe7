/** Characters with a meaning anywhere in a line. */
const ANYWHERE = /[\\`*_[\]<>~|&]/g;
/** Characters with a meaning at the start of a line only. */
const LINE_START = /^([ \t]*)(?:([#+=-])|(\d+)([.)]))/gm;
/** Indentation, which would be removed or turn the line into code. */
const INDENT = /^[ \t]+/gm;
/** Markdown joins the lines of a paragraph: keep the line breaks. */
const LINE_BREAK = /(?<=\S)\n(?=[^\n])/g;

/** Escapes plain text so that markdown renders it unchanged, with its line breaks. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(ANYWHERE, '\\$&')
    .replace(LINE_START, (_all, space: string, mark?: string, number?: string, dot?: string) =>
      mark === undefined ? `${space}${number ?? ''}\\${dot ?? ''}` : `${space}\\${mark}`,
    )
    .replace(INDENT, (spaces) => '\u00a0'.repeat(spaces.length))
    .replace(LINE_BREAK, '\\\n');
}
