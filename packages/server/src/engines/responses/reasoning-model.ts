/** How a reasoning model shows its reasoning. */
export interface ResponsesReasoning {
  /** Summaries of the reasoning, for people. Some accounts must be verified for them. @defaultValue none */
  readonly summary?: 'auto' | 'concise' | 'detailed' | undefined;
}

/**
 * Whether a model reasons, by its name at OpenAI, with or without the prefix of a vendor: `o3`, `openai/gpt-5-mini`. The
 * provider refuses requests for encrypted reasoning to other models.
 */
export function isReasoningModel(model: string): boolean {
  const name = model.slice(model.lastIndexOf('/') + 1).toLowerCase();
  return /^(?:o\d|gpt-(?:[5-9]|\d\d)|codex-|computer-use)/.test(name) && !name.startsWith('gpt-5-chat');
}
