import OpenAI from 'openai';
import type { ChatCompletionsDialect } from './chat-completions/dialect.ts';
import { keepErrorBodies } from './chat-completions/keep-error-bodies.ts';
import { openCompletion } from './chat-completions/open-completion.ts';
import { readCompletion } from './chat-completions/read-completion.ts';
import { readImages } from './chat-completions/read-images.ts';
import { brokenOff, toEngineError } from './chat-completions/to-engine-error.ts';
import { toRequest } from './chat-completions/to-request.ts';
import type { Engine } from './engine.ts';
import { EngineError } from './engine-error.ts';

export type { ChatCompletionsDialect, OmittableField } from './chat-completions/dialect.ts';

export type ChatCompletionsOptions = {
  /** The provider's model; absent: the one of the assistant or run. */
  readonly model?: string | undefined;
  /** How the provider wants to be asked where it differs from OpenAI. */
  readonly dialect?: ChatCompletionsDialect | undefined;
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
  keepErrorBodies(client);
  return {
    name: 'chat-completions',
    async *generate(input, signal) {
      const asked = { model: options.model ?? input.model, apiKey: client.apiKey };
      const images = await readImages(input);
      const request = toRequest({ ...input, model: asked.model }, images, options.dialect);
      // The body is read here and not by the SDK, whose reader takes the provider at its word.
      const response = await client.chat.completions
        .create(request, { signal })
        .asResponse()
        .catch((error: unknown) => {
          throw toEngineError(error, asked, Date.now());
        });
      try {
        const maxTokens = input.settings.maxCompletionTokens ?? null;
        yield* readCompletion(openCompletion(response), { ...asked, maxTokens }, signal);
      } catch (error) {
        // What is not told by the provider is the connection's.
        throw error instanceof EngineError ? error : brokenOff(asked, error);
      }
    },
  };
}
