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
}
