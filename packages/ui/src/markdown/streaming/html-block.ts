const RAW = /^ {0,3}<(script|pre|style|textarea)(?:[\s>]|$)/i;
const TAG = /^ {0,3}<\/?[a-z][\w-]*(?:[\s/>]|$)/i;
const OPENERS: readonly (readonly [RegExp, string])[] = [
  [/^ {0,3}<!--/, '-->'],
  [/^ {0,3}<\?/, '?>'],
  [/^ {0,3}<!\[CDATA\[/, ']]>'],
  [/^ {0,3}<![a-z]/i, '>'],
];

/**
 * What ends the HTML block that `line` begins: a text, `'blank'` for a blank line, undefined where no block
 * begins (or it ends on the same line). HTML is never rendered, but blank lines inside it close nothing.
 */
export function htmlBlockEnd(line: string): string | undefined {
  const raw = RAW.exec(line)?.[1];
  if (raw)
    return line.toLowerCase().includes(`</${raw.toLowerCase()}>`) ? undefined : `</${raw.toLowerCase()}>`;
  for (const [opener, end] of OPENERS) {
    if (opener.test(line)) return line.includes(end) ? undefined : end;
  }
  return TAG.test(line) ? 'blank' : undefined;
}
