// @threadkit/server/engines/responses: what it exports. Written by `pnpm api --update`.

import { Annotation, FileSearchToolCall, FunctionTool, MessageContentPart, ReasoningEffort, ResponseFormat, RunCompletionUsage, StepToolCallDelta, ToolChoice } from "@threadkit/core/api";
import OpenAI from "openai";
/**
 * Opaque data that the engine's provider requires back. Stored beside the step of the calls, where no route, event or log
 * shows it, and passed back with the history to the same engine and model.
 */
type EnginePrivate = Readonly<Record<string, unknown>>;
/** A function call of the model in an earlier message. */
interface EngineToolCall {
  /** As in the run's `required_action`; the tool's output names it. */
  readonly id: string;
  /** Name of the function. */
  readonly name: string;
  /** JSON text as written by the model; may be invalid. */
  readonly arguments: string;
  /** The `private` event of this call, in this or an earlier run of the thread. */
  readonly private?: EnginePrivate;
}
/** The conversation as the model reads it, oldest first. */
type EngineMessage = {
  readonly role: 'user';
  readonly content: readonly MessageContentPart[];
} | {
  readonly role: 'assistant';
  readonly content: readonly MessageContentPart[];
  readonly toolCalls?: readonly EngineToolCall[];
  /** The `private` event of this model call; within the same run only. */
  readonly private?: EnginePrivate;
} |
/** Untrusted text from the client. Never part of the instructions. */
{
  readonly role: 'tool';
  readonly toolCallId: string;
  readonly output: string;
};
/** An absent or null setting means the model's default. */
interface EngineSettings {
  /** From 0 to 2. */
  readonly temperature?: number | null;
  /** From 0 to 1. */
  readonly topP?: number | null;
  /** Tokens that are left of the run's `max_completion_tokens` and fit into the window beside the prompt; null without a budget. */
  readonly maxCompletionTokens?: number | null;
  /** The format of the text. */
  readonly responseFormat?: ResponseFormat | null;
  /** With `'none'`, tools are only listed because the history has calls; new calls are dropped. */
  readonly toolChoice?: ToolChoice | null;
  /** False: at most one function call per model call. Further ones are dropped. */
  readonly parallelToolCalls?: boolean;
  /** How much a reasoning model thinks. */
  readonly reasoningEffort?: ReasoningEffort | null;
}
/** What one model call receives. */
interface EngineInput {
  /** Model of the run. */
  readonly model: string;
  /** Of the run, with its additional instructions; null for none. */
  readonly instructions: string | null;
  /** The history of the thread within the budget of the run, oldest first, with the model calls of this run at its end. */
  readonly messages: readonly EngineMessage[];
  /** Functions that the model may call; executed by the client. */
  readonly tools: readonly FunctionTool[];
  /** Settings of the run. A forced `toolChoice` applies to its first model call only. */
  readonly settings: EngineSettings;
  /**
   * Resolves an `image_file` part to a `data:` URL, for models with vision. Undefined when the image does not exist or
   * is larger than 5 MiB.
   */
  readonly resolveImage?: (fileId: string) => Promise<string | undefined>;
  /** How often this model call was restarted after a crash. @defaultValue 0 */
  readonly recoveries?: number;
}
type CodeInterpreterDelta = Extract<StepToolCallDelta, {
  type: 'code_interpreter';
}>;
/**
 * A piece of a hosted call, which the engine executes itself. Input and logs are appended, outputs are addressed by their
 * `index`, search results arrive whole.
 */
type HostedCallPiece = {
  readonly type: 'code_interpreter';
  readonly code_interpreter: NonNullable<CodeInterpreterDelta['code_interpreter']>;
} | {
  readonly type: 'file_search';
  readonly file_search: FileSearchToolCall['file_search'];
} |
/** Any other tool of the provider, such as `web_search`. The first piece has the name; arguments are appended. */
{
  readonly type: 'function';
  readonly function: {
    readonly name?: string;
    readonly arguments?: string;
    readonly output?: string | null;
  };
};
/**
 * `part` is the index of a content part, `index` that of a call in this model call; both start at 0. Text after a hosted call
 * starts a new message, whose parts start at 0 again.
 */
type EngineEvent = {
  readonly type: 'text' | 'refusal';
  readonly part: number;
  readonly text: string;
} |
/**
 * Reasoning that the provider shows, as a summary or as thinking: appended. Ends when anything else is written. Within a message and
 * after function calls it is left out.
 */
{
  readonly type: 'reasoning';
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
/** Hosted calls are numbered separately from function calls. Consecutive ones share a step. */
{
  readonly type: 'hosted-call';
  readonly index: number;
  readonly call: HostedCallPiece;
} |
/** The first event of an index has the name; arguments arrive in pieces. */
{
  readonly type: 'tool-call';
  readonly index: number;
  readonly name?: string;
  readonly arguments: string;
} |
/**
 * Data to pass back with the history: with `call`, of that call, as long as the thread exists; without, of the model call,
 * until the run ends. The last value wins. Stored only when the model call ends with function calls.
 */
{
  readonly type: 'private';
  readonly call?: number;
  readonly value: EnginePrivate;
} |
/**
 * For the server's log (`model_warned`), which contains each message once. Must not contain keys or text of the conversation.
 */
{
  readonly type: 'warning';
  readonly message: string;
} | {
  readonly type: 'finish';
  readonly reason: 'stop' | 'tool-calls' | 'length' | 'content-filter';
  readonly usage: RunCompletionUsage;
};
/** How much a model reads at once. The server leaves out the oldest messages of a thread that do not fit. */
interface ContextWindow {
  /**
   * Size of the model's context window, prompt and response together, in tokens. A run reserves its `max_completion_tokens` for the
   * response, at most half of the window; a run without them a quarter of it, at most 16,384 tokens. `maxCompletionTokens` of a model call is
   * never more than what its prompt leaves of the window.
   *
   * @defaultValue unknown: prompts have at most 100,000 tokens
   */
  readonly contextTokens?: number | undefined;
  /**
   * Counts the tokens of a text for the model of a run, such as with the package `gpt-tokenizer`. Called for every text of every
   * prompt, with at most 8,000 characters at once, so it must be fast. When it throws or returns nonsense, the server estimates the
   * tokens and logs a warning.
   *
   * @defaultValue an estimate: four ASCII characters are a token, two of another alphabet, and one of Chinese, Japanese or Korean
   */
  readonly countTokens?: ((text: string, model: string) => number) | undefined;
}
/**
 * Generates responses. One model call yields reasoning, text and hosted calls in any order, then optional function calls, then one
 * `finish`; `private` and `warning` may come anywhere before it. The worker does everything else: the loop over model calls, ids, steps,
 * storage and wire events.
 */
interface Engine extends ContextWindow {
  /** Lower-case letters, digits and hyphens. Stored with private data: only an engine of the same name gets it back. */
  readonly name: string;
  /**
   * Makes one model call. Must end or throw soon after the signal aborts, with no `finish` and no {@link EngineError}. Throws
   * {@link EngineError} for errors that users may read; any other error fails the run without its reason, which goes to `onError` of the
   * server.
   */
  generate(input: EngineInput, signal: AbortSignal): AsyncIterable<EngineEvent>;
}
/** How an engine reaches its provider: your own client, or the key and address. */
type OpenAIConnection = {
  /** Your own client, with its retries, proxies and headers. The server repeats model calls only if its `maxRetries` is 0. */
  readonly client: OpenAI;
} | {
  /** Any text for servers without keys. Never leaves this process except in requests to the provider. */
  readonly apiKey: string;
  /** Base URL of any compatible server. @defaultValue OpenAI's */
  readonly baseURL?: string | undefined;
};
/** A tool that the provider executes, with the provider's own configuration. */
type ResponsesHostedTool = OpenAI.Responses.FileSearchTool | OpenAI.Responses.WebSearchTool | OpenAI.Responses.WebSearchPreviewTool | OpenAI.Responses.Tool.CodeInterpreter;
/** How a reasoning model shows its reasoning. */
interface ResponsesReasoning {
  /** Summaries of the reasoning, for people. Some accounts must be verified for them. @defaultValue none */
  readonly summary?: 'auto' | 'concise' | 'detailed' | undefined;
}
/** Options of {@link responses}: either your own client, or the key and address of a provider. */
type ResponsesOptions = {
  /** The provider's model. @defaultValue the model of the assistant or run */
  readonly model?: string | undefined;
  /**
   * Tools that the provider executes, with its own configuration: `file_search`, `web_search` or `code_interpreter`. Every run
   * may use them; the tools of an assistant or run do not matter.
   *
   * @defaultValue none
   */
  readonly hostedTools?: readonly ResponsesHostedTool[] | undefined;
  /**
   * For a reasoning model: how it shows its reasoning. Its encrypted reasoning is requested, and sent back to it with the
   * outputs of its function calls. `false`: the model does not reason, nothing about reasoning is requested.
   *
   * @defaultValue no summaries; whether the model reasons is told by its name (`o3`, `gpt-5-mini`), so pass `{}` for another one
   */
  readonly reasoning?: ResponsesReasoning | false | undefined;
  /**
   * Whether the provider stores responses, to show them in its dashboard. The whole history is sent in both cases.
   *
   * @defaultValue false
   */
  readonly store?: boolean | undefined;
  /** Returns Unix milliseconds; for providers whose `retry-after` is a date. @defaultValue Date.now */
  readonly now?: (() => number) | undefined;
} & ContextWindow & OpenAIConnection;
/**
 * An engine for OpenAI's Responses API, through the `openai` SDK (an optional peer dependency). Streams text, refusals,
 * reasoning summaries, citations, calls of the provider's own tools, function calls and usage. Stateless: every request has the
 * whole history. Aborting closes the request to the provider.
 *
 * @throws `RangeError` or `TypeError` An option is unknown or unusable.
 */
declare function responses(options: ResponsesOptions): Engine;
export { type ResponsesHostedTool, ResponsesOptions, type ResponsesReasoning, responses };