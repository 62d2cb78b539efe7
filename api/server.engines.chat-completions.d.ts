// @threadkit/server/engines/chat-completions: what it exports. Written by `pnpm api --update`.

import OpenAI from "openai";
import { Annotation, FunctionTool, MessageContentPart, ReasoningEffort, ResponseFormat, RunUsage, ToolChoice } from "@threadkit/core/api";
interface EngineToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON text as a model wrote it. */
  readonly arguments: string;
}
/** The conversation as a model sees it, oldest first. */
type EngineMessage = {
  readonly role: 'user';
  readonly content: readonly MessageContentPart[];
} | {
  readonly role: 'assistant';
  readonly content: readonly MessageContentPart[];
  readonly toolCalls?: readonly EngineToolCall[];
} |
/** Untrusted: whoever ran the tool wrote it. Never part of the instructions. */
{
  readonly role: 'tool';
  readonly toolCallId: string;
  readonly output: string;
};
/** Absent or null: the model's own default. */
interface EngineSettings {
  readonly temperature?: number | null;
  readonly topP?: number | null;
  /** What is left of the run's budget. */
  readonly maxCompletionTokens?: number | null;
  readonly responseFormat?: ResponseFormat | null;
  readonly toolChoice?: ToolChoice | null;
  readonly parallelToolCalls?: boolean;
  readonly reasoningEffort?: ReasoningEffort | null;
}
interface EngineInput {
  readonly model: string;
  readonly instructions: string | null;
  readonly messages: readonly EngineMessage[];
  readonly tools: readonly FunctionTool[];
  readonly settings: EngineSettings;
}
/** `part` numbers the content parts of the answer, `index` the calls of the turn; both from 0. */
type EngineEvent = {
  readonly type: 'text' | 'refusal';
  readonly part: number;
  readonly text: string;
} | {
  readonly type: 'annotation';
  readonly part: number;
  readonly annotation: Annotation;
} |
/** The name comes with the first event of an index, the arguments in pieces. */
{
  readonly type: 'tool-call';
  readonly index: number;
  readonly name?: string;
  readonly arguments: string;
} | {
  readonly type: 'finish';
  readonly reason: 'stop' | 'tool-calls' | 'length' | 'content-filter';
  readonly usage: RunUsage;
};
/**
 * Something that answers. A turn is one answer of a model: text, then perhaps tool calls, then one `finish`.
 * The worker owns everything else: the loop over turns, ids, steps, storage and wire events.
 */
interface Engine {
  readonly name: string;
  /** Stops soon after the signal aborts. Throws {@link EngineError} for what a person may read. */
  turn(input: EngineInput, signal: AbortSignal): AsyncIterable<EngineEvent>;
}
type ChatCompletionsOptions = {
  /** The provider's model; absent: the one of the assistant or run. */
  readonly model?: string | undefined;
} & ({
  /** A client of your own, with its retries, proxies and headers. */
  readonly client: OpenAI;
} | {
  /** Any text for servers without keys. Stays in this process. */
  readonly apiKey: string;
  /** Of any compatible server: Ollama, vLLM, LM Studio, OpenRouter … @defaultValue OpenAI's */
  readonly baseURL?: string | undefined;
});
/**
 * An engine on any server of the Chat Completions API, through the `openai` SDK (an optional peer). Streams
 * text, refusals, tool calls and usage; aborting closes the request to the provider.
 */
declare function chatCompletions(options: ChatCompletionsOptions): Engine;
export { ChatCompletionsOptions, chatCompletions };