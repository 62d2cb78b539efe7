import type { ReasoningEffort } from '@threadkit/core/api';

/** Optional request fields that some providers refuse. */
export type OmittableField =
  | 'stream_options'
  | 'parallel_tool_calls'
  | 'tool_choice'
  | 'response_format'
  | 'reasoning_effort'
  | 'temperature'
  | 'top_p'
  /** Of the functions in `tools`. */
  | 'strict';

/** Where a provider's API differs from OpenAI's. Nothing is detected by trial: a retry costs money. */
export interface ChatCompletionsDialect {
  /**
   * The field for the run's token budget. Many servers only know the older `max_tokens`, and ignore or refuse the
   * other.
   *
   * @defaultValue `'max_completion_tokens'`
   */
  readonly maxTokensField?: 'max_completion_tokens' | 'max_tokens' | undefined;
  /** Fields to leave out of every request. Without `stream_options` most providers send no usage. @defaultValue none */
  readonly omit?: readonly OmittableField[] | undefined;
  /**
   * Where to put the instructions: in a message with this role or, with `'first-user'`, before the text of the first user
   * message, for models without a system role.
   *
   * @defaultValue `'system'`
   */
  readonly instructions?: 'system' | 'developer' | 'first-user' | undefined;
  /**
   * The format of tool call ids in the history. `'nine-characters'`: nine letters and digits, as Mistral's servers
   * require.
   *
   * @defaultValue `'own'`, the ids of the thread's calls
   */
  readonly callIds?: 'own' | 'nine-characters' | undefined;
  /**
   * How a run forces one function. `'only-tool'`: the request has only this tool and requires a call, for servers whose
   * `tool_choice` is a word.
   *
   * @defaultValue `'named'`, with the name in `tool_choice`
   */
  readonly forcedTool?: 'named' | 'only-tool' | undefined;
  /**
   * How a run with `tool_choice: 'none'` gets no calls. `'no-tools'`: the request has no tools and no earlier calls, for servers
   * that ignore the choice.
   *
   * @defaultValue `'choice'`, with `tool_choice`
   */
  readonly withheldTools?: 'choice' | 'no-tools' | undefined;
  /**
   * How a run requests JSON without a schema. `'json_schema'`: with the schema of any object, for servers that refuse `json_object`.
   *
   * @defaultValue `'json_object'`
   */
  readonly jsonMode?: 'json_object' | 'json_schema' | undefined;
  /**
   * Which images of messages the provider reads. `'data'`: uploaded ones only. An image at a URL becomes a note for the model, and the
   * log gets a warning.
   *
   * @defaultValue `'any'`
   */
  readonly imageUrls?: 'any' | 'data' | undefined;
  /**
   * Which message may follow the outputs of tools. `'assistant'`: the model's only, so that a user message after a failed
   * run follows a note.
   *
   * @defaultValue `'any'`
   */
  readonly afterTools?: 'any' | 'assistant' | undefined;
  /** The field for the reasoning effort. `'reasoning'`: in an object, as OpenRouter does. @defaultValue `'reasoning_effort'` */
  readonly reasoningField?: 'reasoning_effort' | 'reasoning' | undefined;
  /** Efforts that the provider accepts; another one becomes the nearest of them. `'none'` only stands for itself. @defaultValue all */
  readonly reasoningEfforts?: readonly ReasoningEffort[] | undefined;
}
