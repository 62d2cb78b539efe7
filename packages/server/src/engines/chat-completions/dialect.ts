/** Members that a request has only where they are needed, and that some providers refuse. */
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

/** How a provider wants to be asked where it differs from OpenAI. Nothing of it is guessed: a second try costs money. */
export interface ChatCompletionsDialect {
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
