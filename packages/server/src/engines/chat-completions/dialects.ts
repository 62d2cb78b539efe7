import { isRecord } from '../../shared/is-record.ts';
import { checkNames, describeValue } from '../../shared/option-values.ts';
import type { ChatCompletionsDialect } from './dialect.ts';

/** Providers whose dialect is known. */
export type ChatCompletionsDialectName =
  | 'azure'
  | 'llama.cpp'
  | 'lm-studio'
  | 'mistral'
  | 'ollama'
  | 'openrouter'
  | 'vllm';

/**
 * The dialects of known providers, to be changed or extended: `{ ...chatCompletionsDialects.ollama, instructions: 'first-user' }`.
 */
export const chatCompletionsDialects: Readonly<Record<ChatCompletionsDialectName, ChatCompletionsDialect>> = {
  /** As OpenAI. The model is the name of a deployment. */
  azure: {},
  // An object as tool_choice counts as 'auto'. With 'none' the model still reads the tools, and writes calls as text.
  'llama.cpp': { maxTokensField: 'max_tokens', forcedTool: 'only-tool', withheldTools: 'no-tools' },
  // Refuses an object as tool_choice, json_object, and addresses of images.
  'lm-studio': {
    maxTokensField: 'max_tokens',
    forcedTool: 'only-tool',
    jsonMode: 'json_schema',
    imageUrls: 'data',
  },
  // Refuses every unknown field. Sends usage without being asked.
  mistral: {
    maxTokensField: 'max_tokens',
    omit: ['stream_options'],
    callIds: 'nine-characters',
    afterTools: 'assistant',
  },
  // Ignores unknown fields, max_completion_tokens and tool_choice among them. Refuses addresses of images, and other efforts.
  ollama: {
    maxTokensField: 'max_tokens',
    omit: ['tool_choice', 'parallel_tool_calls', 'strict'],
    forcedTool: 'only-tool',
    withheldTools: 'no-tools',
    imageUrls: 'data',
    reasoningEfforts: ['none', 'low', 'medium', 'high'],
  },
  // Most of its models only get the effort from the object.
  openrouter: { maxTokensField: 'max_tokens', reasoningField: 'reasoning' },
  // Old versions ignore max_completion_tokens; new ones accept both.
  vllm: { maxTokensField: 'max_tokens' },
};

const MEMBERS = Object.keys({
  maxTokensField: true,
  omit: true,
  instructions: true,
  callIds: true,
  forcedTool: true,
  withheldTools: true,
  jsonMode: true,
  imageUrls: true,
  afterTools: true,
  reasoningField: true,
  reasoningEfforts: true,
} satisfies Record<keyof ChatCompletionsDialect, true>);

/** @throws `RangeError` No dialect has this name. `TypeError` It is no dialect, or has an unknown member. */
export function resolveDialect(
  dialect: ChatCompletionsDialectName | ChatCompletionsDialect = {},
): ChatCompletionsDialect {
  // Apps without types may pass anything.
  if (typeof dialect === 'object' && isRecord(dialect)) {
    checkNames(dialect, MEMBERS, 'dialect of chatCompletions', 'member');
    return dialect;
  }
  if (typeof dialect === 'string' && Object.hasOwn(chatCompletionsDialects, dialect)) {
    return chatCompletionsDialects[dialect];
  }
  throw new RangeError(
    `dialect of chatCompletions is ${describeValue(dialect)}. Set it to ${Object.keys(chatCompletionsDialects).join(', ')}, or to an object.`,
  );
}
