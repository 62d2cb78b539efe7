import type { LanguageModelV4Message } from '@ai-sdk/provider';
import type { EnginePrivate } from '../../shared/engine-private.ts';
import { isRecord } from '../../shared/is-record.ts';
import { asText } from '../provider/json-values.ts';
import { providerMembers, toPrivate } from '../provider/provider-members.ts';
import { isMetadata, type ProviderMetadata } from './provider-metadata.ts';

type AssistantPart = Extract<LanguageModelV4Message, { role: 'assistant' }>['content'][number];

/** A part of a model call, in the form in which it is sent back. A function call is kept by the engine's index. */
export type KeptPart =
  | Extract<AssistantPart, { type: 'text' | 'reasoning' | 'custom' | 'tool-call' | 'tool-result' }>
  | { readonly type: 'function-call'; readonly index: number };

/** What is kept of a function call. */
export interface KeptCall {
  /** The provider's id of the call. */
  readonly toolCallId: string;
  readonly providerOptions?: ProviderMetadata | undefined;
}

export function keepContent(model: string, content: readonly KeptPart[]): EnginePrivate {
  return toPrivate(model, { content });
}

export function keepCall(model: string, { toolCallId, providerOptions }: KeptCall): EnginePrivate {
  return toPrivate(model, { toolCallId, ...(providerOptions && { providerOptions }) });
}

/** The content of a model call; undefined when there is none for this model. */
export function readContent(kept: EnginePrivate | undefined, model: string): readonly KeptPart[] | undefined {
  const { content } = providerMembers(kept, model);
  return Array.isArray(content) && content.every(isKeptPart) ? content : undefined;
}

/** What was kept of a call; undefined when there is nothing for this model. */
export function readCall(kept: EnginePrivate | undefined, model: string): KeptCall | undefined {
  const { toolCallId, providerOptions } = providerMembers(kept, model);
  const id = asText(toolCallId);
  if (id === undefined) return undefined;
  return { toolCallId: id, ...(isMetadata(providerOptions) && { providerOptions }) };
}

const TYPES: ReadonlySet<unknown> = new Set<KeptPart['type']>([
  'text',
  'reasoning',
  'custom',
  'tool-call',
  'tool-result',
  'function-call',
]);

/** Written by `keepContent` only: another version of this server may know other types. */
function isKeptPart(value: unknown): value is KeptPart {
  return isRecord(value) && TYPES.has(value['type']);
}
