import type {
  Annotation,
  FileSearchToolCall,
  FunctionTool,
  MessageContentPart,
  ReasoningEffort,
  ResponseFormat,
  RunCompletionUsage,
  StepToolCallDelta,
  ToolChoice,
} from '@threadkit/core/api';

/**
 * What the provider behind an engine wants to see again, in a form that only the engine knows. It is kept beside the
 * step of the calls, where no route, event or log shows it, and comes back with the history to the same engine and model.
 */
export type EnginePrivate = Readonly<Record<string, unknown>>;

export interface EngineToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON text as a model wrote it. */
  readonly arguments: string;
  /** As this engine said it of the call, in this run or an earlier one of the thread. */
  readonly private?: EnginePrivate;
}

/** The conversation as a model sees it, oldest first. */
export type EngineMessage =
  | { readonly role: 'user'; readonly content: readonly MessageContentPart[] }
  | {
      readonly role: 'assistant';
      readonly content: readonly MessageContentPart[];
      readonly toolCalls?: readonly EngineToolCall[];
      /** As this engine said it of the turn; in the same run only. */
      readonly private?: EnginePrivate;
    }
  /** Untrusted: whoever ran the tool wrote it. Never part of the instructions. */
  | { readonly role: 'tool'; readonly toolCallId: string; readonly output: string };

/** Absent or null: the model's own default. */
export interface EngineSettings {
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

export interface EngineInput {
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

type CodeInterpreterDelta = Extract<StepToolCallDelta, { type: 'code_interpreter' }>;

/**
 * A piece of a call of a tool that the engine runs itself. Input and logs are continued, outputs addressed by
 * their `index`; what a search found comes whole.
 */
export type HostedCallPiece =
  | {
      readonly type: 'code_interpreter';
      readonly code_interpreter: NonNullable<CodeInterpreterDelta['code_interpreter']>;
    }
  | { readonly type: 'file_search'; readonly file_search: FileSearchToolCall['file_search'] };

/**
 * `part` numbers the content parts of the answer, `index` the calls of the turn; both from 0. What is said
 * behind a hosted call is a new message, whose parts count from 0 again.
 */
export type EngineEvent =
  | { readonly type: 'text' | 'refusal'; readonly part: number; readonly text: string }
  | { readonly type: 'image-file'; readonly part: number; readonly fileId: string }
  | { readonly type: 'annotation'; readonly part: number; readonly annotation: Annotation }
  /** Hosted calls are counted apart from the caller's. Those that follow each other share a step. */
  | { readonly type: 'hosted-call'; readonly index: number; readonly call: HostedCallPiece }
  /** The name comes with the first event of an index, the arguments in pieces. */
  | {
      readonly type: 'tool-call';
      readonly index: number;
      readonly name?: string;
      readonly arguments: string;
    }
  /**
   * To have back with the history: of the call with that number, as long as the thread; without one, of the turn, until
   * the run ends. The last one of each counts. Kept only where the turn ends with function calls.
   */
  | { readonly type: 'private'; readonly call?: number; readonly value: EnginePrivate }
  | {
      readonly type: 'finish';
      readonly reason: 'stop' | 'tool-calls' | 'length' | 'content-filter';
      readonly usage: RunCompletionUsage;
    };

/**
 * Something that answers. A turn is one answer of a model: text and hosted calls in any order, then perhaps
 * function calls, then one `finish`. `private` may come anywhere before it.
 * The worker owns everything else: the loop over turns, ids, steps, storage and wire events.
 */
export interface Engine {
  readonly name: string;
  /** Stops soon after the signal aborts. Throws {@link EngineError} for what a person may read. */
  generate(input: EngineInput, signal: AbortSignal): AsyncIterable<EngineEvent>;
}
