import { DocumentFailureError } from './document-failure.ts';
import type { CheckedLimits } from './document-limits.ts';
import type { TextSink } from './text-sink.ts';
import { unpackEntries } from './unpack-entries.ts';
import { addWordText } from './word-text.ts';

const MAIN = /^word\/document\d{0,3}\.xml$/;
/** In the order of their names, the text comes before the notes. */
const PARTS = /^word\/(?:document\d{0,3}|endnotes|footnotes)\.xml$/;

/** Adds the text of a Word document, with its footnotes and endnotes at the end. Headers, footers and comments are left out. */
export async function readDocx(
  archive: Uint8Array<ArrayBuffer>,
  limits: CheckedLimits,
  sink: TextSink,
): Promise<void> {
  const parts = await unpackEntries(archive, PARTS, limits);
  const names = [...parts.keys()].toSorted();
  if (!names.some((name) => MAIN.test(name))) throw new DocumentFailureError('no_word_document');
  for (const [index, name] of names.entries()) {
    if (index > 0) sink.add('\n');
    addWordText(decodeXml(parts.get(name) ?? new Uint8Array()), sink);
  }
}

/** XML is in UTF-8, or begins with a byte order mark. */
function decodeXml(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}
