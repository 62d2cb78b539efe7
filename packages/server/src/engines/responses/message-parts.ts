import { isRecord } from '../../shared/is-record.ts';
import type { EngineEvent } from '../engine.ts';
import { createGrowingText, type GrowingText } from '../provider/growing-text.ts';
import { asText, type JsonObject } from '../provider/json-values.ts';
import { type AnnotatedPiece, type AnnotatedText, createAnnotatedText } from './annotated-text.ts';
import type { OutputItem } from './output-items.ts';
import { type AnnotatedFile, type ProviderAnnotation, readAnnotation } from './read-annotation.ts';

type PartEvent = Extract<EngineEvent, { type: 'text' | 'refusal' | 'annotation' }>;
type PartKind = 'text' | 'refusal';

interface OpenPart {
  readonly kind: PartKind;
  /** All that the provider wrote. */
  readonly whole: GrowingText;
  /** The annotations received so far. */
  annotations: number;
  /** White space before the first word; a part without words is not emitted. */
  space: string;
  /** Annotations before the first word. */
  early: ProviderAnnotation[];
  /** Whether a restart came in between: offsets then refer to an earlier message. */
  isContinued: boolean;
  /** Undefined before the first word, and after a restart. */
  emitted: { readonly part: number; readonly text: AnnotatedText } | undefined;
}

/** Reads the content parts of messages, numbered in the order in which they begin. */
export interface MessageParts {
  /** The number of parts emitted for an item. */
  countOf(item: OutputItem): number;
  /** Reads what the item has and its pieces lacked. */
  readItem(item: OutputItem): Generator<PartEvent>;
  readText(
    item: OutputItem,
    kind: PartKind,
    index: number,
    text: string,
    isWhole: boolean,
  ): Generator<PartEvent>;
  readAnnotation(item: OutputItem, index: number, annotation: JsonObject): Generator<PartEvent>;
  /** Emits all annotations that are still waiting. */
  end(): Generator<PartEvent>;
  /** Begins a new message: what was written so far is complete, and parts are numbered from 0 again. */
  restart(): Generator<PartEvent>;
}

/** @param takesMarkers Whether markers of citations may be put into the text. */
export function createMessageParts(takesMarkers: boolean): MessageParts {
  const items = new Map<OutputItem, Map<number, OpenPart>>();
  const counts = new Map<OutputItem, number>();
  let nextPart = 0;
  let citations = 0;

  function partOf(item: OutputItem, kind: PartKind, index: number): OpenPart {
    const parts = items.get(item) ?? new Map<number, OpenPart>();
    items.set(item, parts);
    const known = parts.get(index);
    if (known) return known;
    const whole = createGrowingText();
    const part: OpenPart = {
      kind,
      whole,
      annotations: 0,
      space: '',
      early: [],
      isContinued: false,
      emitted: undefined,
    };
    parts.set(index, part);
    return part;
  }

  /** As in the hosted Assistants API, such as `【3:0†handbook.md】`. */
  function newMarker(item: OutputItem, { fileName }: AnnotatedFile): string {
    citations += 1;
    const name = fileName.replaceAll(/[【】†\p{Cc}]/gu, ' ').trim();
    return `【${item.outputIndex ?? 0}:${citations - 1}†${name || 'source'}】`;
  }

  function* toEvents(part: number, kind: PartKind, pieces: Iterable<AnnotatedPiece>): Generator<PartEvent> {
    for (const piece of pieces) {
      yield piece.type === 'text' ? { type: kind, part, text: piece.text } : { ...piece, part };
    }
  }

  function* write(item: OutputItem, part: OpenPart, more: string): Generator<PartEvent> {
    if (more === '') return;
    if (part.emitted) {
      yield* toEvents(part.emitted.part, part.kind, part.emitted.text.add(more));
      return;
    }
    const text = part.space + more;
    if (text.trim() === '') {
      part.space = text;
      return;
    }
    const marker = takesMarkers ? (file: AnnotatedFile) => newMarker(item, file) : undefined;
    part.emitted = { part: nextPart, text: createAnnotatedText(marker) };
    nextPart += 1;
    counts.set(item, (counts.get(item) ?? 0) + 1);
    for (const early of part.early)
      yield* toEvents(part.emitted.part, part.kind, part.emitted.text.annotate(early));
    yield* toEvents(part.emitted.part, part.kind, part.emitted.text.add(text));
  }

  function* annotate(part: OpenPart, annotation: JsonObject): Generator<PartEvent> {
    part.annotations += 1;
    const read = readAnnotation(annotation);
    if (!read || part.kind === 'refusal' || part.isContinued) return;
    if (part.emitted) yield* toEvents(part.emitted.part, part.kind, part.emitted.text.annotate(read));
    else part.early.push(read);
  }

  function* readContent(item: OutputItem, index: number, content: JsonObject): Generator<PartEvent> {
    const refusal = asText(content['refusal']);
    const kind = refusal === undefined ? 'text' : 'refusal';
    const part = partOf(item, kind, index);
    const annotations: unknown = content['annotations'];
    const isNew = part.whole.text === '';
    const missed = Array.isArray(annotations) ? annotations.slice(part.annotations).filter(isRecord) : [];
    // Before the text, so that citations find their points.
    if (isNew) for (const annotation of missed) yield* annotate(part, annotation);
    yield* write(item, part, part.whole.settle(refusal ?? asText(content['text']) ?? ''));
    if (!isNew) for (const annotation of missed) yield* annotate(part, annotation);
    if (item.isDone && part.emitted) {
      yield* toEvents(part.emitted.part, part.kind, part.emitted.text.end());
    }
  }

  function* end(): Generator<PartEvent> {
    for (const { emitted, kind } of [...items.values()].flatMap((parts) => [...parts.values()])) {
      if (emitted) yield* toEvents(emitted.part, kind, emitted.text.end());
    }
  }

  return {
    countOf: (item) => counts.get(item) ?? 0,

    *readItem(item) {
      const { content } = item.item;
      if (!Array.isArray(content)) return;
      for (const [index, part] of content.entries()) {
        if (isRecord(part)) yield* readContent(item, index, part);
      }
    },

    *readText(item, kind, index, text, isWhole) {
      const part = partOf(item, kind, index);
      if (part.kind !== kind) return;
      yield* write(item, part, isWhole ? part.whole.settle(text) : part.whole.add(text));
    },

    *readAnnotation(item, index, annotation) {
      yield* annotate(partOf(item, 'text', index), annotation);
    },

    end,

    *restart() {
      yield* end();
      nextPart = 0;
      for (const part of [...items.values()].flatMap((parts) => [...parts.values()])) {
        part.emitted = undefined;
        part.space = '';
        part.early = [];
        part.isContinued ||= part.whole.text !== '';
      }
    },
  };
}
