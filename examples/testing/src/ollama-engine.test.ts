import { engineContract } from '@threadkit/server/testing';
import { describe, it } from 'vitest';
import { ollama } from './ollama-engine.ts';

interface Request {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly tools?: readonly { readonly function: { readonly name: string } }[];
  readonly options: { readonly num_predict?: number };
}

/** What the model responds, as `engineContract` says: lines of a response of Ollama. */
function linesFor({ messages, tools, options }: Request): object[] {
  const says = (...texts: readonly string[]) => texts.map((content) => ({ message: { content } }));
  const done = { done: true, prompt_eval_count: 20, eval_count: 4 };
  if (options.num_predict === 3) return [...says('Cut'), { ...done, done_reason: 'length' }];
  if (messages.at(-1)?.role === 'tool') {
    const outputs = messages.flatMap(({ role, content }) => (role === 'tool' ? [content] : []));
    return [...says('The tools say: ', outputs.join(', ')), done];
  }
  if (!tools) return [...says('Hello', ' ', 'you', '.'), done];
  const calls = tools.map((tool) => ({
    function: { name: tool.function.name, arguments: { city: 'Oslo' } },
  }));
  return [{ message: { content: '', tool_calls: calls } }, done];
}

const fakeOllama: typeof fetch = async (_url, init) => {
  init?.signal?.throwIfAborted();
  const request = JSON.parse(init?.body as string) as Request;
  if (request.model === 'unknown-model') return Response.json({ error: 'not found' }, { status: 404 });
  return new Response(
    linesFor(request)
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
  );
};

describe('ollama', () => {
  for (const { name, check } of engineContract) {
    it(name, () => check(() => ollama({ fetch: fakeOllama })));
  }
});
