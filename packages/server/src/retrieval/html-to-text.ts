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

/** What is read before a pause, in UTF-16 units. */
const SLICE_CHARS = 2 ** 16;

/**
 * Returns the text of an HTML document as a reader sees it: without tags, scripts and styles, with a line for each block and tabs between
 * the cells of a table. Never builds a tree, so that the time is that of the length, however deep or broken the document is. Yields after
 * each slice, so that a caller can pause.
 */
export function* htmlToText(html: string, sliceChars = SLICE_CHARS): Generator<void, string> {
  const lines = createLineCleaner();
  /** Of the current slice. */
  let parts: string[] = [];
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
  for (let start = 0; start < html.length; start += sliceChars) {
    tokenizer.write(html.slice(start, start + sliceChars));
    lines.add(parts.join(''));
    parts = [];
    yield;
  }
  tokenizer.end();
  lines.add(parts.join(''));
  return lines.end();
}

/** Removes white space at the ends of lines, and all empty lines but one between two others. */
function createLineCleaner() {
  const cleaned: string[] = [];
  /** Of the last line, which may go on. */
  let unfinished: string[] = [];
  let isAfterEmpty = true;

  function addLines(text: string): void {
    const lines = text.split('\n').map((line) => line.trimEnd());
    const kept = lines.filter(
      (line, index) => line !== '' || !(index === 0 ? isAfterEmpty : lines[index - 1] === ''),
    );
    isAfterEmpty = lines.at(-1) === '';
    if (kept.length > 0) cleaned.push(kept.join('\n'), '\n');
  }

  return {
    add(text: string): void {
      const lastBreak = text.lastIndexOf('\n');
      if (lastBreak === -1) {
        unfinished.push(text);
        return;
      }
      unfinished.push(text.slice(0, lastBreak));
      addLines(unfinished.join(''));
      unfinished = [text.slice(lastBreak + 1)];
    },
    end(): string {
      addLines(unfinished.join(''));
      return cleaned.join('').trim();
    },
  };
}
