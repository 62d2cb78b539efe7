import type { Annotation } from '@threadkit/core/api';
import { createCodePoints } from './code-points.ts';
import type { AnnotatedFile, ProviderAnnotation } from './read-annotation.ts';

/** More annotations of one part are dropped: each of them is placed by its offset. */
const MAX_ANNOTATIONS = 500;

/** What to emit for a part, in order. */
export type AnnotatedPiece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'annotation'; readonly annotation: Annotation };

/** The text of one content part, with its annotations at the offsets of the emitted text. */
export interface AnnotatedText {
  /** Adds text that the provider wrote. */
  add(text: string): Generator<AnnotatedPiece>;
  /** Adds an annotation. It is emitted when the text that it refers to was. */
  annotate(annotation: ProviderAnnotation): Generator<AnnotatedPiece>;
  /** Emits the annotations that are still waiting, at the end of the text. */
  end(): Generator<AnnotatedPiece>;
}

/**
 * @param newMarker Returns the marker of a citation, which is put into the text at the citation's point, as the Assistants API
 * does. Undefined when nothing may be put into the text, such as JSON.
 */
export function createAnnotatedText(newMarker: ((file: AnnotatedFile) => string) | undefined): AnnotatedText {
  /** As the provider wrote it, and as emitted with markers. */
  let source = '';
  let shown = '';
  /** How much of the source was emitted. */
  let emitted = 0;
  /** Points of the source at which markers were put, ascending, with their lengths. */
  const inserted: { readonly at: number; readonly length: number }[] = [];
  let waiting: ProviderAnnotation[] = [];
  let count = 0;
  const codePoints = createCodePoints(() => source);

  /** The offset in the emitted text. Text at a marker's point follows the marker. */
  function toShown(at: number, isEnd: boolean): number {
    const before = inserted.filter((marker) => (isEnd ? marker.at < at : marker.at <= at));
    return at + before.reduce((sum, { length }) => sum + length, 0);
  }

  function* emitTo(at: number): Generator<AnnotatedPiece> {
    if (at <= emitted) return;
    const text = source.slice(emitted, at);
    emitted = at;
    shown += text;
    yield { type: 'text', text };
  }

  /** Whether there would be no word before an annotation at this point of the source: it has to follow one. */
  function isBlankTo(end: number): boolean {
    return !/\S/.test(shown) && !/\S/.test(source.slice(emitted, end));
  }

  function annotationAt(of: AnnotatedFile, start: number, end: number): AnnotatedPiece {
    return { type: 'annotation', annotation: toAnnotation(of, shown.slice(start, end), start, end) };
  }

  function* place(annotation: ProviderAnnotation, isAtEnd: boolean): Generator<AnnotatedPiece, boolean> {
    const first = annotation.type === 'range' ? codePoints.toUtf16(annotation.start) : undefined;
    const end = codePoints.toUtf16(lastOf(annotation)) ?? (isAtEnd ? source.length : undefined);
    if (end === undefined) return false;
    const { of } = annotation;
    if (annotation.type === 'range') {
      if (isBlankTo(end)) return false;
      yield* emitTo(end);
      const shownEnd = toShown(end, true);
      yield annotationAt(of, Math.min(toShown(first ?? end, false), shownEnd), shownEnd);
      return true;
    }
    const isLate = end < emitted;
    yield* emitTo(end);
    const at = toShown(end, false);
    if (newMarker === undefined || of.type === 'file_path' || isLate) {
      if (isBlankTo(end)) return false;
      yield annotationAt(of, at, at);
      return true;
    }
    const marker = newMarker(of);
    inserted.push({ at: end, length: marker.length });
    shown += marker;
    yield { type: 'text', text: marker };
    yield annotationAt(of, at, at + marker.length);
    return true;
  }

  function* placeWaiting(isAtEnd: boolean): Generator<AnnotatedPiece> {
    const open: ProviderAnnotation[] = [];
    for (const annotation of waiting) {
      if (!(yield* place(annotation, isAtEnd))) open.push(annotation);
    }
    waiting = open;
  }

  return {
    *add(text) {
      source += text;
      yield* placeWaiting(false);
      yield* emitTo(source.length);
    },

    *annotate(annotation) {
      count += 1;
      if (count > MAX_ANNOTATIONS) return;
      waiting.push(annotation);
      waiting.sort((one, other) => lastOf(one) - lastOf(other));
      yield* placeWaiting(false);
    },

    end: () => placeWaiting(true),
  };
}

/** The offset up to which the text has to be known. */
function lastOf(annotation: ProviderAnnotation): number {
  return annotation.type === 'point' ? annotation.at : annotation.end;
}

function toAnnotation({ type, fileId }: AnnotatedFile, text: string, start: number, end: number): Annotation {
  const range = { text, start_index: start, end_index: end };
  return type === 'file_citation'
    ? { ...range, type, file_citation: { file_id: fileId } }
    : { ...range, type, file_path: { file_id: fileId } };
}
