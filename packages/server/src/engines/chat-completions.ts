import OpenAI from 'openai';
import { readCompletion } from './chat-completions/read-completion.ts';
import { readImages } from './chat-completions/read-images.ts';
import { toEngineError } from './chat-completions/to-engine-error.ts';
import { toRequest } from './chat-completions/to-request.ts';
import type { Engine } from './engine.ts';

export type ChatCompletionsOptions = {
  /** The provider's model; absent: the one of the assistant or run. */
  readonly model?: string | undefined;
} & (
  | {
      /** A client of your own, with its retries, proxies and headers. */
      readonly client: OpenAI;
    }
  | {
      /** Any text for servers without keys. Stays in this process. */
      readonly apiKey: string;
      /** Of any compatible server: Ollama, vLLM, LM Studio, OpenRouter … @defaultValue OpenAI's */
      readonly baseURL?: string | undefined;
    }
);

/**
 * An engine on any server of the Chat Completions API, through the `openai` SDK (an optional peer). Streams
 * text, refusals, tool calls and usage; aborting closes the request to the provider.
 */
export function chatCompletions(options: ChatCompletionsOptions): Engine {
  const client =
    'client' in options
      ? options.client
      : new OpenAI({
          apiKey: options.apiKey,
          ...(options.baseURL !== undefined && { baseURL: options.baseURL }),
        });
  return {
    name: 'chat-completions',
    async *turn(input, signal) {
      try {
        const images = await readImages(input);
        const request = toRequest({ ...input, model: options.model ?? input.model }, images);
        yield* readCompletion(await client.chat.completions.create(request, { signal }));
      } catch (error) {
        throw toEngineError(error);
      }
    },
  };
}
