import type { Frame } from '../openai/read-frames.ts';
import { asCount, asObject, asText, type JsonObject } from '../provider/json-values.ts';
import { type Refusal, readRefusal } from '../provider/read-refusal.ts';

/** Where an event belongs in the output. Servers leave out the one or the other, and some change the id with every event. */
export interface ItemPlace {
  readonly outputIndex: number | undefined;
  readonly itemId: string | undefined;
}

/** Kinds of text that arrive in pieces. `index` of the event addresses the part of the item. */
export type TextKind = 'text' | 'refusal' | 'summary' | 'reasoning' | 'arguments' | 'code';

/** An event of the stream, as far as the engine uses it. */
export type ResponseEvent =
  | { readonly type: 'item'; readonly place: ItemPlace; readonly item: JsonObject; readonly isDone: boolean }
  | {
      readonly type: 'text';
      readonly kind: TextKind;
      readonly place: ItemPlace;
      readonly index: number;
      readonly text: string;
      /** Whether `text` is the whole text rather than a piece. */
      readonly isWhole: boolean;
    }
  | {
      readonly type: 'annotation';
      readonly place: ItemPlace;
      readonly index: number;
      readonly annotation: JsonObject;
    }
  | { readonly type: 'end'; readonly status: string; readonly response: JsonObject }
  | { readonly type: 'error'; readonly refusal: Refusal };

/** The kind of a text event, its member with the index of the part, and its member with the whole text. */
const TEXTS: Readonly<Record<string, readonly [TextKind, string, string]>> = Object.assign(
  Object.create(null),
  {
    'response.output_text': ['text', 'content_index', 'text'],
    'response.refusal': ['refusal', 'content_index', 'refusal'],
    'response.reasoning_summary_text': ['summary', 'summary_index', 'text'],
    'response.reasoning_text': ['reasoning', 'content_index', 'text'],
    'response.function_call_arguments': ['arguments', '', 'arguments'],
    'response.code_interpreter_call_code': ['code', '', 'code'],
  },
);

const ENDS: ReadonlySet<string> = new Set([
  'response.completed',
  'response.incomplete',
  'response.failed',
  'response.cancelled',
]);

/** Reads an event of any server with the Responses API, or its whole response. Undefined for unknown events. Never throws. */
export function readEvent({ event, data }: Frame): ResponseEvent | undefined {
  const type = asText(data['type']) || event;
  if (ENDS.has(type)) {
    const response = asObject(data['response']);
    return { type: 'end', status: asText(response['status']) ?? type.slice('response.'.length), response };
  }
  if (data['object'] === 'response') {
    return { type: 'end', status: asText(data['status']) ?? '', response: data };
  }
  if (isError(type, data)) return { type: 'error', refusal: readRefusal(data) };
  return readItemEvent(type, data) ?? readText(type, data);
}

function isError(type: string, { error, object }: JsonObject): boolean {
  if (type === 'error' || object === 'error') return true;
  return (
    !type.startsWith('response.') && (typeof error === 'object' ? error !== null : typeof error === 'string')
  );
}

function readItemEvent(type: string, data: JsonObject): ResponseEvent | undefined {
  switch (type) {
    case 'response.output_item.added':
    case 'response.output_item.done': {
      const item = asObject(data['item']);
      const place = { ...placeOf(data), itemId: asText(item['id']) || placeOf(data).itemId };
      return { type: 'item', place, item, isDone: type.endsWith('.done') };
    }
    case 'response.output_text.annotation.added':
      return {
        type: 'annotation',
        place: placeOf(data),
        index: asCount(data['content_index']),
        annotation: asObject(data['annotation']),
      };
    default:
      return undefined;
  }
}

function readText(type: string, data: JsonObject): ResponseEvent | undefined {
  const end = type.lastIndexOf('.');
  const known = TEXTS[type.slice(0, end)];
  const suffix = type.slice(end);
  if (!known || (suffix !== '.delta' && suffix !== '.done')) return undefined;
  const [kind, indexMember, wholeMember] = known;
  const isWhole = suffix === '.done';
  return {
    type: 'text',
    kind,
    place: placeOf(data),
    index: asCount(data[indexMember]),
    text: asText(data[isWhole ? wholeMember : 'delta']) ?? '',
    isWhole,
  };
}

function placeOf(data: JsonObject): ItemPlace {
  const index = data['output_index'];
  return {
    outputIndex: typeof index === 'number' ? index : undefined,
    itemId: asText(data['item_id']) || undefined,
  };
}
