import { asText, type JsonObject } from '../provider/json-values.ts';

/** An annotation that the Assistants API has a place for. Offsets are in code points. */
export type ProviderAnnotation =
  /** Belongs to a point of the text. */
  | { readonly type: 'point'; readonly of: AnnotatedFile; readonly at: number }
  /** Covers characters of the text. */
  | { readonly type: 'range'; readonly of: AnnotatedFile; readonly start: number; readonly end: number };

export interface AnnotatedFile {
  readonly type: 'file_citation' | 'file_path';
  readonly fileId: string;
  readonly fileName: string;
}

/**
 * Reads citations of files and links to generated files. Undefined for others, such as `url_citation`: the Assistants API has
 * none, and the text itself has the link.
 */
export function readAnnotation(annotation: JsonObject): ProviderAnnotation | undefined {
  const type = asText(annotation['type']);
  const fileId = asText(annotation['file_id']);
  if (!fileId || (type !== 'file_citation' && type !== 'file_path' && type !== 'container_file_citation')) {
    return undefined;
  }
  const of: AnnotatedFile = {
    type: type === 'file_citation' ? type : 'file_path',
    fileId,
    fileName: asText(annotation['filename']) ?? '',
  };
  const [start, end, index] = ['start_index', 'end_index', 'index'].map((name) => toOffset(annotation[name]));
  if (start !== undefined && end !== undefined && end > start) return { type: 'range', of, start, end };
  return { type: 'point', of, at: index ?? start ?? Number.MAX_SAFE_INTEGER };
}

function toOffset(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
