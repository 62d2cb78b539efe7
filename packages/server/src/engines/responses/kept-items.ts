import type OpenAI from 'openai';
import type { EnginePrivate } from '../../shared/engine-private.ts';
import { isRecord } from '../../shared/is-record.ts';
import { asCount, asText, type JsonObject } from '../provider/json-values.ts';
import { providerMembers, toPrivate } from '../provider/provider-members.ts';

/** The provider's item of a tool that it executed. */
export type HostedItem =
  | OpenAI.Responses.ResponseFileSearchToolCall
  | OpenAI.Responses.ResponseFunctionWebSearch
  | OpenAI.Responses.ResponseCodeInterpreterToolCall;

/**
 * An item of a model call's output, as far as the history of the run does not have it. The provider requires reasoning back in
 * its place before the item that it led to.
 */
export type KeptItem =
  | { readonly type: 'reasoning'; readonly item: OpenAI.Responses.ResponseReasoningItem }
  | { readonly type: 'hosted'; readonly item: HostedItem }
  /** The next `parts` content parts of the model call. */
  | { readonly type: 'message'; readonly parts: number; readonly phase: Phase | undefined }
  /** The function call of this index in the model call. */
  | { readonly type: 'call'; readonly index: number };

export type Phase = 'commentary' | 'final_answer';

export const HOSTED_ITEMS: ReadonlySet<string> = new Set([
  'file_search_call',
  'web_search_call',
  'code_interpreter_call',
]);

/** More is not kept: the history is then sent without its reasoning. */
const MAX_CHARS = 1_000_000;

/** The output of a model call to keep with its function calls; undefined when it has nothing that the history lacks. */
export function keepItems(model: string, items: readonly KeptItem[]): EnginePrivate | undefined {
  const isPlain = items.every(
    (item) => item.type === 'call' || (item.type === 'message' && item.phase === undefined),
  );
  if (isPlain || JSON.stringify(items).length > MAX_CHARS) return undefined;
  return toPrivate(model, { items });
}

/** What {@link keepItems} kept for this model; empty for another model and for data of another form. */
export function readKeptItems(kept: EnginePrivate | undefined, model: string): readonly KeptItem[] {
  const { items } = providerMembers(kept, model);
  return Array.isArray(items) ? items.flatMap((item: unknown) => readKeptItem(item)) : [];
}

function readKeptItem(value: unknown): readonly KeptItem[] {
  if (!isRecord(value)) return [];
  const { type, item } = value;
  switch (type) {
    case 'reasoning': {
      const reasoning = toReasoningItem(isRecord(item) ? item : {});
      return reasoning ? [{ type, item: reasoning }] : [];
    }
    case 'hosted':
      return isHostedItem(item) ? [{ type, item }] : [];
    case 'message':
      return [{ type, parts: asCount(value['parts']), phase: toPhase(value['phase']) }];
    case 'call':
      return [{ type, index: asCount(value['index']) }];
    default:
      return [];
  }
}

/** Whether this is the provider's own item of a tool, of which nothing but its type is read. */
export function isHostedItem(value: unknown): value is HostedItem {
  return isRecord(value) && HOSTED_ITEMS.has(asText(value['type']) ?? '');
}

/**
 * The reasoning of an output item, as it is sent back. Undefined when it has neither encrypted nor readable reasoning: the
 * provider does not know the id of what it did not store.
 */
export function toReasoningItem(item: JsonObject): OpenAI.Responses.ResponseReasoningItem | undefined {
  const encrypted = asText(item['encrypted_content']);
  const content = textsOf(item['content']).map((text) => ({ type: 'reasoning_text' as const, text }));
  if (!encrypted && content.length === 0) return undefined;
  return {
    type: 'reasoning',
    id: asText(item['id']) ?? '',
    summary: textsOf(item['summary']).map((text) => ({ type: 'summary_text', text })),
    ...(content.length > 0 && { content }),
    ...(encrypted && { encrypted_content: encrypted }),
  };
}

/** The texts of a list of parts. */
export function textsOf(parts: unknown): readonly string[] {
  if (!Array.isArray(parts)) return [];
  return parts.flatMap((part: unknown) => (isRecord(part) ? [asText(part['text']) ?? ''] : []));
}

export function toPhase(value: unknown): Phase | undefined {
  return value === 'commentary' || value === 'final_answer' ? value : undefined;
}
