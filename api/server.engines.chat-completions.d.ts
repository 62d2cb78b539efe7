// @threadkit/server/engines/chat-completions: what it exports. Written by `pnpm api --update`.

import OpenAI from "openai";
import { Annotation, FileSearchToolCall, FunctionTool, MessageContentPart, ReasoningEffort, ResponseFormat, RunCompletionUsage, StepToolCallDelta, ToolChoice } from "@threadkit/core/api";
/** Members that a request has only where they are needed, and that some providers refuse. */
type OmittableField = 'stream_options' | 'parallel_tool_calls' | 'tool_choice' | 'response_format' | 'reasoning_effort' | 'temperature' | 'top_p' |
/** Of the functions in `tools`. */
'strict';
/** How a provider wants to be asked where it differs from OpenAI. Nothing of it is guessed: a second try costs money. */
interface ChatCompletionsDialect {
  /**
   * The member that carries the token budget of a run. Many servers know the older `max_tokens` only, and ignore or
   * refuse the other.
   *
   * @defaultValue `'max_completion_tokens'`
   */
  readonly maxTokensField?: 'max_completion_tokens' | 'max_tokens' | undefined;
  /** Members to leave out of every request. Without `stream_options` most providers send no usage. @defaultValue none */
  readonly omit?: readonly OmittableField[] | undefined;
  /**
   * Where the instructions go: into a message of their own with this role, or, with `'first-user'`, before the words of
   * the first user message, for models without a system role.
   *
   * @defaultValue `'system'`
   */
  readonly instructions?: 'system' | 'developer' | 'first-user' | undefined;
  /**
   * The form of the ids of tool calls in the history. `'nine-characters'`: nine letters and digits, as Mistral's servers
   * ask for.
   *
   * @defaultValue `'own'`, the ids of the thread's calls
   */
  readonly callIds?: 'own' | 'nine-characters' | undefined;
}
/**
 * What the provider behind an engine wants to see again, in a form that only the engine knows. It is kept beside the
 * step of the calls, where no route, event or log shows it, and comes back with the history to the same engine and model.
 */
type EnginePrivate = Readonly<Record<string, unknown>>;
interface EngineToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON text as a model wrote it. */
  readonly arguments: string;
  /** As this engine said it of the call, in this run or an earlier one of the thread. */
  readonly private?: EnginePrivate;
}
/** The conversation as a model sees it, oldest first. */
type EngineMessage = {
  readonly role: 'user';
  readonly content: readonly MessageContentPart[];
} | {
  readonly role: 'assistant';
  readonly content: readonly MessageContentPart[];
  readonly toolCalls?: readonly EngineToolCall[];
  /** As this engine said it of the turn; in the same run only. */
  readonly private?: EnginePrivate;
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
  /** With `'none'` the tools are there for the history's sake, and no call of them is carried out. */
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
  /**
   * An `image_file` part as a `data:` address, for models that see. Undefined when there is no such image, or when
   * it is too large to hand on.
   */
  readonly imageOf?: (fileId: string) => Promise<string | undefined>;
  /** How often this turn was begun anew after its worker died. Absent: never. */
  readonly recoveries?: number;
}
type CodeInterpreterDelta = Extract<StepToolCallDelta, {
  type: 'code_interpreter';
}>;
/**
 * A piece of a call of a tool that the engine runs itself. Input and logs are continued, outputs addressed by
 * their `index`; what a search found comes whole.
 */
type HostedCallPiece = {
  readonly type: 'code_interpreter';
  readonly code_interpreter: NonNullable<CodeInterpreterDelta['code_interpreter']>;
} | {
  readonly type: 'file_search';
  readonly file_search: FileSearchToolCall['file_search'];
};
/**
 * `part` numbers the content parts of the answer, `index` the calls of the turn; both from 0. What is said
 * behind a hosted call is a new message, whose parts count from 0 again.
 */
type EngineEvent = {
  readonly type: 'text' | 'refusal';
  readonly part: number;
  readonly text: string;
} | {
  readonly type: 'image-file';
  readonly part: number;
  readonly fileId: string;
} | {
  readonly type: 'annotation';
  readonly part: number;
  readonly annotation: Annotation;
} |
/** Hosted calls are counted apart from the caller's. Those that follow each other share a step. */
{
  readonly type: 'hosted-call';
  readonly index: number;
  readonly call: HostedCallPiece;
} |
/** The name comes with the first event of an index, the arguments in pieces. */
{
  readonly type: 'tool-call';
  readonly index: number;
  readonly name?: string;
  readonly arguments: string;
} |
/**
 * To have back with the history: of the call with that number, as long as the thread; without one, of the turn, until
 * the run ends. The last one of each counts. Kept only where the turn ends with function calls.
 */
{
  readonly type: 'private';
  readonly call?: number;
  readonly value: EnginePrivate;
} | {
  readonly type: 'finish';
  readonly reason: 'stop' | 'tool-calls' | 'length' | 'content-filter';
  readonly usage: RunCompletionUsage;
};
/**
 * Something that answers. A turn is one answer of a model: text and hosted calls in any order, then perhaps
 * function calls, then one `finish`. `private` may come anywhere before it.
 * The worker owns everything else: the loop over turns, ids, steps, storage and wire events.
 */
interface Engine {
  readonly name: string;
  /** Stops soon after the signal aborts. Throws {@link EngineError} for what a person may read. */
  generate(input: EngineInput, signal: AbortSignal): AsyncIterable<EngineEvent>;
}
type ChatCompletionsOptions = {
  /** The provider's model; absent: the one of the assistant or run. */
  readonly model?: string | undefined;
  /** How the provider wants to be asked where it differs from OpenAI. */
  readonly dialect?: ChatCompletionsDialect | undefined;
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
export { type ChatCompletionsDialect, ChatCompletionsOptions, type OmittableField, chatCompletions };