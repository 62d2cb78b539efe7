import type { LanguageModelV3Message, LanguageModelV3Prompt, LanguageModelV4Prompt } from '@ai-sdk/provider';

/** The prompt for a model of version 3, where the data of a file is not wrapped. All other parts of this engine are the same. */
export function toV3Prompt(prompt: LanguageModelV4Prompt): LanguageModelV3Prompt {
  return prompt.map((message) => {
    if (message.role !== 'user') return message as LanguageModelV3Message;
    return {
      ...message,
      content: message.content.map((part) => {
        if (part.type === 'text') return part;
        const { data } = part;
        return { ...part, data: data.type === 'url' ? data.url : data.type === 'data' ? data.data : '' };
      }),
    };
  });
}
