import { isRecord } from '../../shared/is-record.ts';
import type { EngineEvent } from '../engine.ts';
import { asText } from '../provider/json-values.ts';
import { createFunctionCalls } from './function-calls.ts';
import { createHostedCalls } from './hosted-calls.ts';
import { HOSTED_ITEMS, isHostedItem, type KeptItem, toPhase, toReasoningItem } from './kept-items.ts';
import { createMessageParts } from './message-parts.ts';
import { createOutputItems, type OutputItem } from './output-items.ts';
import type { ResponseEvent } from './read-event.ts';
import { createReasoningTexts } from './reasoning-texts.ts';

type OutputEvent = Exclude<EngineEvent, { type: 'finish' | 'private' }>;

/** Reads the items of a response's output in any order that the engine's interface allows. */
export interface OutputReader {
  /** Whether the output has function calls. */
  readonly hasCalls: boolean;
  /** Whether anything of the output was read. */
  readonly isEmpty: boolean;
  read(event: Extract<ResponseEvent, { type: 'item' | 'text' | 'annotation' }>): Generator<OutputEvent>;
  /** Reads a whole output, as part of a response that was not streamed. */
  readWhole(output: unknown): Generator<OutputEvent>;
  /** Ends a complete output. */
  end(): Generator<OutputEvent>;
  /** What the history of the run has to keep of the output. */
  kept(): readonly KeptItem[];
}

export interface OutputReaderOptions {
  /** Whether markers of citations may be put into the text. */
  readonly takesMarkers: boolean;
  /** Whether function calls are left out. */
  readonly ignoresCalls: boolean;
}

export function createOutputReader({ takesMarkers, ignoresCalls }: OutputReaderOptions): OutputReader {
  const items = createOutputItems();
  const parts = createMessageParts(takesMarkers);
  const calls = createFunctionCalls();
  const hosted = createHostedCalls();
  const reasoning = createReasoningTexts();

  /** What is written after function calls has no place in a run. */
  function* beforeCalls(events: Iterable<OutputEvent>): Generator<OutputEvent> {
    if (!calls.any) yield* events;
  }

  /** Text and function calls end the hosted calls before them. */
  function* afterHosted(events: Iterable<OutputEvent>): Generator<OutputEvent> {
    for (const event of events) {
      hosted.close();
      yield event;
    }
  }

  function* readCalls(events: Iterable<OutputEvent>): Generator<OutputEvent> {
    if (ignoresCalls) return;
    if (!calls.any) yield* parts.end();
    yield* afterHosted(events);
  }

  function* readHosted(item: OutputItem): Generator<OutputEvent> {
    if (!hosted.has(item)) yield* parts.restart();
    yield* hosted.readItem(item);
  }

  function* readItem(item: OutputItem): Generator<OutputEvent> {
    const type = asText(item.item['type']) ?? '';
    if (type === 'message') yield* beforeCalls(afterHosted(parts.readItem(item)));
    else if (type === 'reasoning') yield* beforeCalls(reasoning.readItem(item));
    else if (type === 'function_call') yield* readCalls(calls.readItem(item));
    else if (HOSTED_ITEMS.has(type)) yield* beforeCalls(readHosted(item));
  }

  function* readText(event: Extract<ResponseEvent, { type: 'text' }>): Generator<OutputEvent> {
    const { kind, place, index, text, isWhole } = event;
    const item = items.at(place);
    switch (kind) {
      case 'text':
      case 'refusal':
        yield* beforeCalls(afterHosted(parts.readText(item, kind, index, text, isWhole)));
        return;
      case 'summary':
      case 'reasoning':
        yield* beforeCalls(reasoning.read(item, kind, index, text, isWhole));
        return;
      case 'arguments':
        yield* readCalls(calls.readArguments(item, text, isWhole));
        return;
      case 'code':
        yield* beforeCalls(hosted.readCode(item, text, isWhole));
    }
  }

  return {
    get hasCalls() {
      return calls.any;
    },

    get isEmpty() {
      return items.all.length === 0;
    },

    *read(event) {
      if (event.type === 'item') yield* readItem(items.put(event.place, event.item, event.isDone));
      else if (event.type === 'text') yield* readText(event);
      else {
        const annotated = parts.readAnnotation(items.at(event.place), event.index, event.annotation);
        yield* beforeCalls(afterHosted(annotated));
      }
    },

    *readWhole(output) {
      if (!Array.isArray(output)) return;
      for (const [outputIndex, item] of output.filter(isRecord).entries()) {
        yield* readItem(items.put({ outputIndex, itemId: undefined }, item, true));
      }
    },

    *end() {
      if (!calls.any) yield* parts.end();
      calls.end();
    },

    kept: () =>
      items.all.flatMap((item): readonly KeptItem[] => {
        const { item: content } = item;
        if (isHostedItem(content)) return item.isDone ? [{ type: 'hosted', item: content }] : [];
        switch (asText(content['type'])) {
          case 'reasoning': {
            const sentBack = item.isDone ? toReasoningItem(content) : undefined;
            return sentBack ? [{ type: 'reasoning', item: sentBack }] : [];
          }
          case 'message':
            return [{ type: 'message', parts: parts.countOf(item), phase: toPhase(content['phase']) }];
          case 'function_call': {
            const index = calls.indexOf(item);
            return index === undefined ? [] : [{ type: 'call', index }];
          }
          default:
            return [];
        }
      }),
  };
}
