import type { Annotation, MessageContentPart } from '@threadkit/core';
import { sanitizeFileName } from '../../internals/sanitize-file-name.ts';

/** A file or other source that a response cites. It has one number, however often it is cited. */
export interface Source {
  /** Counted from 1 in the order of first citations. */
  readonly number: number;
  /** The file's id, or what identifies a source that is not a file. */
  readonly id: string;
  /** The source's name, if the citation contains it. */
  readonly name: string | undefined;
}

/** One citation of a source. */
export interface Citation extends Source {
  /** The cited text, if the annotation contains it. */
  readonly quote: string | undefined;
  /** As in the text: `【4:0†handbook.md】`. */
  readonly marker: string;
}

/** The sources of a response, and its citations by their markers. */
export interface Citations {
  readonly sources: readonly Source[];
  /** By marker: `【4:0†handbook.md】`. */
  readonly byMarker: ReadonlyMap<string, Citation>;
}

export const NO_CITATIONS: Citations = { sources: [], byMarker: new Map() };

/** The file name in a marker. The hosted service also wrote the word "source" instead of a name. */
const NAME = /†([^†】]+)】$/;

/**
 * Collects the citations of a response. The text is matched by marker, not by offset: offsets refer to the Markdown source,
 * not to the rendered text.
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
      if (annotation.text !== '')
        byMarker.set(annotation.text, { ...source, quote, marker: annotation.text });
    }
  }
  return byId.size === 0 ? NO_CITATIONS : { sources: [...byId.values()], byMarker };
}

type Cited = Omit<Citation, 'number' | 'marker'>;

/** The source an annotation cites. A `file_path` is a generated file, not a citation; unknown types are read by their members. */
function readCitation(annotation: Annotation): Cited | undefined {
  if (annotation.type === 'file_path') return undefined;
  if (annotation.type !== 'file_citation') return readUnknown(annotation);
  if (annotation.text === '') return undefined;
  const { file_id: id, quote } = annotation.file_citation;
  return { id, name: nameIn(annotation.text), quote: quote || undefined };
}

/** Other services cite pages and documents: `{ type: 'url_citation', url_citation: { title, url } }`, nested or flat. */
function readUnknown(annotation: { readonly type: string }): Cited | undefined {
  const outer: Readonly<Record<string, unknown>> = { ...annotation };
  // Spreading what is no object adds nothing that is read here.
  const members: Readonly<Record<string, unknown>> = { ...outer, ...(outer[annotation.type] as object) };
  const texts = ['title', 'filename', 'file_name', 'name', 'url', 'file_id']
    .map((name) => members[name])
    .filter((value) => typeof value === 'string')
    .filter(Boolean);
  const [name] = texts;
  const id = texts.at(-1);
  return name && id ? { id, name: sanitizeFileName(name), quote: undefined } : undefined;
}

function nameIn(marker: string): string | undefined {
  const name = NAME.exec(marker)?.[1];
  return name && name !== 'source' ? sanitizeFileName(name) : undefined;
}
