/** Means something wherever it stands. */
const ANYWHERE = /[\\`*_[\]<>~|&]/g;
/** Means something at the beginning of a line only. */
const LINE_START = /^([ \t]*)(?:([#+=-])|(\d+)([.)]))/gm;
/** Would make code of a line, or vanish. */
const INDENT = /^[ \t]+/gm;
/** Within a paragraph markdown runs lines together. */
const LINE_BREAK = /(?<=\S)\n(?=[^\n])/g;

/** A text so that markdown shows it as it was typed, line by line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(ANYWHERE, '\\$&')
    .replace(LINE_START, (_all, space: string, mark?: string, number?: string, dot?: string) =>
      mark === undefined ? `${space}${number ?? ''}\\${dot ?? ''}` : `${space}\\${mark}`,
    )
    .replace(INDENT, (spaces) => '\u00a0'.repeat(spaces.length))
    .replace(LINE_BREAK, '\\\n');
}
