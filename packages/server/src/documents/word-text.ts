import { Tokenizer } from 'htmlparser2';
import { DocumentFailureError } from './document-failure.ts';
import type { TextSink } from './text-sink.ts';

/** Elements without text of the document: settings, text that was moved away, and a second copy of a drawing for old programs. */
const HIDDEN: ReadonlySet<string> = new Set([
  'pPr',
  'rPr',
  'sectPr',
  'tblPr',
  'trPr',
  'tcPr',
  'moveFrom',
  'Fallback',
]);
const BREAKS: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '‑' };
/** A table may have any number of empty cells. */
const MAX_SEPARATORS = 64;

/**
 * Adds the text of an XML part of a Word document: a line for each paragraph and each row of a table, and tabs between cells. Elements are known by their
 * local names. Builds no tree, so that depth does not matter, and knows no entities but those of XML itself.
 *
 * @throws `DocumentFailureError` for a document type declaration, which no Word document has: it could declare entities.
 */
export function addWordText(xml: string, sink: TextSink): void {
  /** Between the text so far and the next. */
  let separators = '';
  let hiddenBy: string | undefined;
  let hiddenDepth = 0;
  let isText = false;
  let name = '';
  const localName = (start: number, end: number): string => {
    const whole = xml.slice(start, end);
    return whole.slice(whole.indexOf(':') + 1);
  };

  function add(text: string): void {
    if (text === '' || hiddenBy !== undefined) return;
    sink.add(separators + text);
    separators = '';
  }
  function open(): void {
    if (hiddenBy !== undefined) {
      if (name === hiddenBy) hiddenDepth += 1;
    } else if (HIDDEN.has(name)) {
      hiddenBy = name;
      hiddenDepth = 1;
    } else isText = name === 't';
  }
  function close(closed: string): void {
    isText = false;
    if (hiddenBy !== undefined) {
      if (closed === hiddenBy) hiddenDepth -= 1;
      if (hiddenDepth === 0) hiddenBy = undefined;
    } else if (closed === 'p') separators ||= '\n';
    else if (closed === 'tr') separators = '\n';
    else if (closed === 'tc' && separators.length < MAX_SEPARATORS) {
      separators = separators.endsWith('\n') ? `${separators.slice(0, -1)}\t` : `${separators}\t`;
    }
  }

  const nothing = (): void => {};
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    {
      ontext(start, end) {
        if (isText) add(xml.slice(start, end));
      },
      ontextentity(codePoint) {
        if (isText) add(String.fromCodePoint(codePoint));
      },
      oncdata(start, end, endOffset) {
        if (isText) add(xml.slice(start, end - endOffset));
      },
      onopentagname(start, end) {
        name = localName(start, end);
      },
      onopentagend() {
        add(BREAKS[name] ?? '');
        open();
      },
      onselfclosingtag() {
        add(BREAKS[name] ?? '');
        if (!HIDDEN.has(name)) close(name);
      },
      onclosetag: (start, end) => close(localName(start, end)),
      ondeclaration() {
        throw new DocumentFailureError('has_doctype');
      },
      oncomment: nothing,
      onprocessinginstruction: nothing,
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(xml);
  tokenizer.end();
}
