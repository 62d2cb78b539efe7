import type { MessageContentPart } from '@threadkit/core';

/** One file that an answer cites. The same file has the same number wherever it is cited. */
export interface Source {
  /** From 1, in the order of the first citation. */
  readonly number: number;
  readonly fileId: string;
  /** The file's name where the citation tells it. */
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
  const byFile = new Map<string, Source>();
  const byMarker = new Map<string, Citation>();
  for (const part of content) {
    if (part.type !== 'text') continue;
    for (const annotation of part.text.annotations) {
      if (annotation.type !== 'file_citation' || annotation.text === '') continue;
      const { file_id: fileId, quote } = annotation.file_citation;
      const source = byFile.get(fileId) ?? {
        number: byFile.size + 1,
        fileId,
        name: nameIn(annotation.text),
      };
      byFile.set(fileId, source);
      byMarker.set(annotation.text, { ...source, quote: quote === '' ? undefined : quote });
    }
  }
  return byFile.size === 0 ? NO_CITATIONS : { sources: [...byFile.values()], byMarker };
}

function nameIn(marker: string): string | undefined {
  const name = NAME.exec(marker)?.[1];
  return name === 'source' ? undefined : name;
}
