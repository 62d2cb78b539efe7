import { EngineError } from '../engine-error.ts';
import type { Frame } from './read-frames.ts';
import { readFrames } from './read-frames.ts';

/** What a provider may answer with in one piece: read whole, so bounded. */
const MAX_BODY_CHARACTERS = 1_000_000;

/**
 * The frames of a provider's answer. A JSON body, which servers send that cannot stream or that refuse inside a 200,
 * counts as a stream of one frame.
 *
 * @throws {@link EngineError} For a body that is neither, such as a proxy's page.
 */
export async function* openCompletion(response: Response): AsyncGenerator<Frame> {
  const type = response.headers.get('content-type') ?? '';
  if (response.body && !/\b(?:json|html)\b/i.test(type)) {
    yield* readFrames(response.body);
    return;
  }
  const text = await response.text();
  const data = text.length <= MAX_BODY_CHARACTERS ? parseObject(text) : undefined;
  if (!data) throw notAStream(type);
  yield { event: '', data };
}

function parseObject(text: string): Frame['data'] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Frame['data']) : undefined;
  } catch {
    return undefined;
  }
}

function notAStream(type: string): EngineError {
  const kind = /html/i.test(type) ? 'a page' : 'a body of another kind';
  return new EngineError(
    'server_error',
    'The model provider did not answer with a stream. The operator of the app has to look at its address.',
    {
      failure: 'setup',
      forOperator: `The model provider answered 200 with ${kind} instead of an event stream: check OPENAI_BASE_URL, or baseURL of chatCompletions, and what stands between here and there.`,
    },
  );
}
