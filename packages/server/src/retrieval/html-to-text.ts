import { Tokenizer } from 'htmlparser2';

/** Elements whose content is no text of the page. Those of scripts and styles are raw text for the tokenizer. */
const HIDDEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'select',
  'textarea',
  'iframe',
  'object',
]);
/** Elements within a line; every other begins and ends one. */
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark q rp rt ruby s samp small ' +
    'span strike strong sub sup time tt u var wbr'
  ).split(' '),
);
const CELLS = new Set(['td', 'th']);

/**
 * The text of an HTML document as a reader sees it: without tags, scripts and styles, with a line for each block and tabs between
 * the cells of a table. Never builds a tree, so that the time is that of the length, however deep or broken the document is.
 */
export function htmlToText(html: string): string {
  const parts: string[] = [];
  /** Whether white space would be repeated: at the beginning of a line or cell, and after a space. */
  let hasSpace = true;
  let hiddenBy: string | undefined;
  let hiddenDepth = 0;
  let isPreformatted = false;
  let name = '';

  function add(text: string): void {
    if (hiddenBy !== undefined) return;
    const words = isPreformatted ? text : text.replaceAll(/\s+/g, ' ');
    const part = hasSpace && !isPreformatted ? words.trimStart() : words;
    if (part === '') return;
    parts.push(part);
    hasSpace = part.endsWith(' ');
  }
  function separate(mark: '\n' | '\t'): void {
    parts.push(mark);
    hasSpace = true;
  }
  function open(): void {
    if (hiddenBy !== undefined) {
      if (name === hiddenBy) hiddenDepth += 1;
    } else if (HIDDEN.has(name)) {
      hiddenBy = name;
      hiddenDepth = 1;
    } else if (!INLINE.has(name) && !CELLS.has(name)) separate('\n');
    if (name === 'pre') isPreformatted = true;
  }
  function close(closed: string): void {
    if (closed === hiddenBy) {
      hiddenDepth -= 1;
      if (hiddenDepth === 0) hiddenBy = undefined;
    } else if (hiddenBy === undefined && !INLINE.has(closed)) separate(CELLS.has(closed) ? '\t' : '\n');
    if (closed === 'pre') isPreformatted = false;
  }

  const nothing = (): void => {};
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => add(html.slice(start, end)),
      ontextentity: (codePoint) => add(String.fromCodePoint(codePoint)),
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase();
      },
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag: (start, end) => close(html.slice(start, end).toLowerCase()),
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return withoutEmptyLines(parts.join(''));
}

/** Without white space at the ends of lines, and with at most one empty line between two others. */
function withoutEmptyLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  return lines
    .filter((line, index) => line !== '' || (lines[index - 1] ?? '') !== '')
    .join('\n')
    .trim();
}
