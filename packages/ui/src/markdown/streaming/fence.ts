/** An opening code fence, which determines its closing fence. */
export interface Fence {
  readonly mark: '`' | '~';
  readonly length: number;
  readonly indent: number;
  /** The first word of the info string, `''` without one. */
  readonly language: string;
}

const OPEN = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})[ \t]*(\S*)/;

/** The fence that `line` (without its line break) opens. */
export function openFence(line: string): Fence | undefined {
  const match = OPEN.exec(line);
  if (!match) return undefined;
  const [, indent = '', marks = '', language = ''] = match;
  return { mark: marks.startsWith('~') ? '~' : '`', length: marks.length, indent: indent.length, language };
}

/** Whether `line` (without its line break) closes `fence`. */
export function closesFence(line: string, fence: Fence): boolean {
  const marks = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1] ?? '';
  return marks.length >= fence.length && marks.startsWith(fence.mark);
}

/** The code of a fenced block: removes the indentation of the opening fence from each line. */
export function fencedCode(body: string, fence: Fence): string {
  if (fence.indent === 0) return body;
  // linear: at most three spaces, at the beginning of a line
  const indentation = new RegExp(`^ {1,${fence.indent}}`, 'gm');
  return body.replace(indentation, '');
}
