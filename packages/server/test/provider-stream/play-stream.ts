import type { RunObject } from '@threadkit/core/api';
import OpenAI from 'openai';
import OpenAI6 from 'openai-6';
import { checkEvents } from '../../src/contract/event-order.ts';
import { chatCompletions } from '../../src/engines/chat-completions.ts';
import type { Engine, EngineEvent } from '../../src/engines/engine.ts';
import { EngineError } from '../../src/engines/engine-error.ts';
import { responses } from '../../src/engines/responses.ts';
import { assistantObject } from '../../src/routes/objects/assistant-object.ts';
import { runObject } from '../../src/routes/objects/run-object.ts';
import { ModelCallRecorder } from '../../src/runs/accumulators/model-call-recorder.ts';
import { engineInput, WEATHER_TOOL } from '../../src/testing/engine-contract.ts';
import type { WildCall } from './wild-responses.ts';

/** The error of `fetch` for an interrupted connection. */
export const CONNECTION_LOST = 'terminated';

/** The result of a stream. */
export interface Played {
  readonly text: string;
  readonly calls: readonly WildCall[];
  readonly finish: Extract<EngineEvent, { type: 'finish' }> | undefined;
  /** The error thrown instead of finishing. */
  readonly error: unknown;
  readonly events: readonly EngineEvent[];
}

let respond: () => Response = () => new Response();

const clientOf = (Client: typeof OpenAI): OpenAI =>
  new Client({
    apiKey: 'sk-secret',
    baseURL: 'http://provider.test/v1',
    maxRetries: 0,
    fetch: async () => respond(),
  });
const clients = [clientOf(OpenAI), clientOf(OpenAI6 as unknown as typeof OpenAI)] as const;
const makers = { 'chat-completions': chatCompletions, responses } as const;

const run: RunObject = runObject(
  assistantObject({ model: 'm' }, 'asst_1', 1),
  {},
  { id: 'run_1', threadId: 'thread_1', at: 1 },
);

export interface PlayOptions {
  /** The token budget of the run. */
  readonly maxTokens?: number | null;
  /** The content type that the provider sends. */
  readonly type?: string;
  /** The API that the provider has. */
  readonly api?: keyof typeof makers;
}

/** Plays a model call whose provider sends the body, through an SDK of either major, and records it like a worker. */
export async function playStream(
  body: ReadableStream<Uint8Array>,
  major: 0 | 1,
  { maxTokens = null, type = 'text/event-stream', api = 'chat-completions' }: PlayOptions = {},
): Promise<Played> {
  respond = () => new Response(body, { headers: { 'content-type': type } });
  let ids = 0;
  const recorder = new ModelCallRecorder(run, {
    engine: 'e',
    newId: (prefix) => `${prefix}_${(ids += 1)}`,
    now: () => 1,
  });
  const input = engineInput({ tools: [WEATHER_TOOL], settings: { maxCompletionTokens: maxTokens } });
  const events: EngineEvent[] = [];
  const calls: { name: string; arguments: string }[] = [];
  let text = '';
  let finish: Played['finish'];
  let error: unknown;
  try {
    const engine: Engine = makers[api]({ client: clients[major] });
    for await (const event of engine.generate(input, new AbortController().signal)) {
      events.push(event);
      if (event.type === 'finish') {
        finish = event;
        recorder.finish(event);
        continue;
      }
      recorder.record(event);
      if (event.type === 'text') text += event.text;
      if (event.type !== 'tool-call') continue;
      const known = calls[event.index];
      if (known) known.arguments += event.arguments;
      else calls.push({ name: event.name ?? '', arguments: event.arguments });
    }
    recorder.take();
  } catch (thrown) {
    error = thrown;
  }
  return { text, calls, finish, error, events };
}

/** Invariants of every stream. */
export function problemsOf({ events, finish, error }: Played): string[] {
  const problems: string[] = [];
  if (error !== undefined && !(error instanceof EngineError)) {
    problems.push(`threw ${error instanceof Error ? error.stack : typeof error}`);
  }
  // The error of a worker for events that do not fit together.
  if (error instanceof EngineError && error.message.startsWith('The engine ')) problems.push(error.message);
  // The engine treats unknown errors as connection errors: only the connection may throw one.
  const cause = error instanceof EngineError ? error.cause : undefined;
  if (cause instanceof Error && cause.message !== CONNECTION_LOST)
    problems.push(`threw an unexpected cause: ${cause.stack}`);
  if (error !== undefined && finish) problems.push('finished and threw');
  if (error === undefined && !finish) problems.push('ended without finish or error');
  if (finish && events.at(-1) !== finish) problems.push('sent events after its finish');
  if (finish) {
    try {
      checkEvents(events);
    } catch (broken) {
      problems.push(String(broken));
    }
    const { prompt_tokens: prompt, completion_tokens: completion, total_tokens: total } = finish.usage;
    const isWhole = [prompt, completion, total].every((count) => Number.isSafeInteger(count) && count >= 0);
    if (!isWhole) problems.push(`reported invalid usage ${JSON.stringify(finish.usage)}`);
    const hasCalls = events.some(({ type }) => type === 'tool-call');
    if (finish.reason === 'tool-calls' && !hasCalls)
      problems.push('finished with tool-calls, but without calls');
    if (finish.reason === 'stop' && hasCalls) problems.push('finished with stop, but with calls');
  }
  if (error instanceof EngineError && /sk-secret|provider\.test/.test(error.message)) {
    problems.push(`leaked ${error.message}`);
  }
  return problems;
}
