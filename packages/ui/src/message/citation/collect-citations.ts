import type { Annotation, MessageContentPart } from '@threadkit/core';
import { sanitizeFileName } from '../../internals/sanitize-file-name.ts';

/** One file, or another source, that an answer cites. The same one has the same number wherever it is cited. */
export interface Source {
  /** From 1, in the order of the first citation. */
  readonly number: number;
  /** The file's id; what else names a source that is no file. */
  readonly id: string;
  /** The source's name where the citation tells it. */
  readonly name: string | undefined;
}

/** One place where an answer cites a source. */
export interface Citation extends Source {
  /** The cited words, where the backend tells them. */
  readonly quote: string | undefined;
}

/** What an answer cites, and what its text says in the place of a citation. */
export interface Citations {
  readonly sources: readonly Source[];
  /** By the text that stands where a source is cited: `【4:0†handbook.md】`. */
  readonly byMarker: ReadonlyMap<string, Citation>;
}

export const NO_CITATIONS: Citations = { sources: [], byMarker: new Map() };

/** The name in a marker; the hosted service also wrote the bare word "source". */
const NAME = /†([^†】]+)】$/;

/**
 * Reads the citations of an answer. They are found again by their marker, not by their offsets, which count
 * characters of the source text that the rendered text no longer has.
 */
export function collectCitations(content: readonly MessageContentPart[]): Citations {
  if (!content.some((part) => part.type === 'text' && part.text.annotations.length > 0)) return NO_CITATIONS;
  const byId = new Map<string, Source>();
  const byMarker = new Map<string, Citation>();
  for (const part of content) {
    if (part.type !== 'text') continue;
    for (const annotation of part.text.annotations) {
      const cited = readCitation(annotation);
      if (!cited) continue;
      const { id, name, quote } = cited;
      const source = byId.get(id) ?? { number: byId.size + 1, id, name };
      byId.set(id, source);
      if (annotation.text !== '') byMarker.set(annotation.text, { ...source, quote });
    }
  }
  return byId.size === 0 ? NO_CITATIONS : { sources: [...byId.values()], byMarker };
}

type Cited = Omit<Citation, 'number'>;

/** What an annotation cites. A path to a file that was made is no citation; one of an unknown type is, by what it carries. */
function readCitation(annotation: Annotation): Cited | undefined {
  if (annotation.type === 'file_path') return undefined;
  if (annotation.type !== 'file_citation') return readUnknown(annotation);
  if (annotation.text === '') return undefined;
  const { file_id: id, quote } = annotation.file_citation;
  return { id, name: nameIn(annotation.text), quote: quote === '' ? undefined : quote };
}

/** Other services cite pages and documents: `{ type: 'url_citation', url_citation: { title, url } }`, or the same flat. */
function readUnknown(annotation: { readonly type: string }): Cited | undefined {
  const outer = toMembers(annotation);
  const members = { ...outer, ...toMembers(outer[annotation.type]) };
  const texts = ['title', 'filename', 'file_name', 'name', 'url', 'file_id']
    .map((name) => members[name])
    .filter((value) => typeof value === 'string' && value !== '');
  const name = texts[0];
  const id = texts.at(-1);
  return typeof name === 'string' && typeof id === 'string'
    ? { id, name: sanitizeFileName(name), quote: undefined }
    : undefined;
}

function toMembers(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function nameIn(marker: string): string | undefined {
  const name = NAME.exec(marker)?.[1];
  return name === undefined || name === 'source' ? undefined : sanitizeFileName(name);
}
