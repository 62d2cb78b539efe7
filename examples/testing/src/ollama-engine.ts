import { type Engine, EngineError, type EngineInput, type EngineMessage } from '@threadkit/server';

/** A line of a response of Ollama. */
interface Line {
  readonly message?: {
    readonly content?: string;
    readonly thinking?: string;
    readonly tool_calls?: readonly {
      readonly function: { readonly name: string; readonly arguments: object };
    }[];
  };
  readonly error?: string;
  readonly done?: boolean;
  readonly done_reason?: string;
  readonly prompt_eval_count?: number;
  readonly eval_count?: number;
}

/** An engine on the chat API of Ollama. `fetch` is replaced in tests. */
export function ollama({ url = 'http://localhost:11434', fetch = globalThis.fetch } = {}): Engine {
  return {
    name: 'ollama',
    async *generate(input, signal) {
      const body = JSON.stringify(toRequest(input));
      const response = await fetch(`${url}/api/chat`, { method: 'POST', body, signal }).catch(
        (cause: unknown) => {
          throw signal.aborted ? cause : unreachable(cause);
        },
      );
      if (!response.ok || !response.body) throw toEngineError(response.status, input.model);
      const calls: { readonly name: string; readonly arguments: object }[] = [];
      for await (const { message, ...line } of readLines(response.body)) {
        if (signal.aborted) return;
        if (line.error !== undefined) throw toEngineError(500, input.model);
        if (message?.thinking) yield { type: 'reasoning', text: message.thinking };
        if (message?.content) yield { type: 'text', part: 0, text: message.content };
        calls.push(...(message?.tool_calls ?? []).map((call) => call.function));
        if (!line.done) continue;
        // Function calls come after all text.
        for (const [index, call] of calls.entries()) {
          yield { type: 'tool-call', index, name: call.name, arguments: JSON.stringify(call.arguments) };
        }
        const [prompt, completion] = [line.prompt_eval_count ?? 0, line.eval_count ?? 0];
        yield {
          type: 'finish',
          reason: calls.length > 0 ? 'tool-calls' : line.done_reason === 'length' ? 'length' : 'stop',
          usage: { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion },
        };
        return;
      }
      throw new EngineError('server_error', 'The response of the model ended early. Try again.', {
        failure: 'provider',
      });
    },
  };
}

function toRequest({ model, instructions, messages, tools, settings }: EngineInput): object {
  const calls = new Map(
    messages.flatMap((message) =>
      message.role === 'assistant' ? (message.toolCalls ?? []).map((call) => [call.id, call.name]) : [],
    ),
  );
  return {
    model,
    messages: [
      ...(instructions === null ? [] : [{ role: 'system', content: instructions }]),
      ...messages.map((message) => toMessage(message, calls)),
    ],
    // Ollama has no tool choice.
    ...(settings.toolChoice !== 'none' && tools.length > 0 && { tools }),
    options: {
      temperature: settings.temperature ?? undefined,
      top_p: settings.topP ?? undefined,
      num_predict: settings.maxCompletionTokens ?? undefined,
    },
  };
}

function toMessage(message: EngineMessage, calls: ReadonlyMap<string, string>): object {
  if (message.role === 'tool') {
    return { role: 'tool', tool_name: calls.get(message.toolCallId), content: message.output };
  }
  const content = message.content.map((part) => (part.type === 'text' ? part.text.value : '')).join('\n');
  if (message.role === 'user') return { role: 'user', content };
  const toolCalls = (message.toolCalls ?? []).map((call) => ({
    function: { name: call.name, arguments: parseArguments(call.arguments) },
  }));
  return { role: 'assistant', content, tool_calls: toolCalls };
}

/** A model may have written invalid JSON. */
function parseArguments(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** The JSON values of a body that has one in each line. */
async function* readLines(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<Line> {
  let rest = '';
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield JSON.parse(line) as Line;
  }
}

function toEngineError(status: number, model: string): EngineError {
  return status === 404
    ? new EngineError('server_error', 'The model does not exist. Choose another model.', {
        failure: 'setup',
        forOperator: `Ollama does not have the model ${model}. Run "ollama pull ${model}".`,
      })
    : new EngineError('server_error', 'The model failed. Try again.', {
        failure: 'provider',
        forOperator: `Ollama responded with an error (${status}). Read its log.`,
      });
}

function unreachable(cause: unknown): EngineError {
  return new EngineError('server_error', 'The model cannot be reached. Try again later.', {
    cause,
    failure: 'provider',
    forOperator: 'Ollama cannot be reached. Start it, and check the url.',
    // Nothing was generated: the server may repeat the model call.
    retry: {},
  });
}
