import { ADDITIONS, OPERATIONS, type Operation } from '../api/index.ts';
import type { Environment } from '../environment/environment.ts';
import { plainEnvironment } from '../environment/plain-environment.ts';
import type { AssistantsApi, Capabilities, RequestOptions, RunEvents } from './assistants-api.ts';
import { createBackendFacts } from './backend-facts.ts';
import type { RequestParts } from './build-request.ts';
import { readEvents } from './read-events.ts';
import { createSender, type Sender } from './send-request.ts';

export interface ClientOptions {
  /** Where the operations live, such as `/v1` or `https://example.com/v1`. */
  baseURL: string;
  /** Sent with every request. A function is asked anew for each one, and once more after a 401. */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined;
  /** `globalThis.fetch` and a server's own `fetch` both fit. @defaultValue the global one */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Tells this backend's cached data from another's. @defaultValue `baseURL` */
  key?: string | undefined;
  /** Known beforehand; what is not given is learnt from the first answers. */
  capabilities?: Partial<Capabilities> | undefined;
  /** How often a request that may safely be sent twice is repeated. @defaultValue 2 */
  maxRetries?: number | undefined;
  /** The clock and timer of retries. */
  environment?: Pick<Environment, 'now' | 'setTimer' | 'onWake'> | undefined;
}

type Arguments = readonly unknown[];

/**
 * A client for any server that speaks the contract; small enough for a page, with no SDK inside. Nothing is
 * sent before the first call. Its methods are built from the table of operations.
 */
export function createClient(options: ClientOptions): AssistantsApi {
  const environment = options.environment ?? plainEnvironment();
  const facts = createBackendFacts(options.capabilities);
  const sender = createSender(options, environment, facts);

  const methods: Record<string, unknown> = {};
  for (const operation of OPERATIONS) {
    methods[operation.name] = (...args: Arguments) => call(sender, operation, args);
    const twin = STREAMING_TWINS[operation.name as keyof typeof STREAMING_TWINS];
    if (twin) methods[twin] = (...args: Arguments) => stream(sender, operation, args);
  }
  const [listThreads, streamRunEvents] = ADDITIONS;
  methods['listThreads'] = (...args: Arguments) => call(sender, listThreads, args);
  methods['streamRunEvents'] = (...args: Arguments) => stream(sender, streamRunEvents, args);

  return Object.defineProperties(methods, {
    key: { value: options.key ?? options.baseURL, enumerable: true },
    capabilities: { get: () => facts.capabilities, enumerable: true },
    clockSkewMs: { get: () => facts.clockSkewMs, enumerable: true },
  }) as unknown as AssistantsApi;
}

const STREAMING_TWINS = {
  createRun: 'streamRun',
  createThreadAndRun: 'streamThreadAndRun',
  submitToolOutputsToRun: 'streamToolOutputs',
} as const;

async function call(sender: Sender, operation: Operation, args: Arguments): Promise<unknown> {
  const { parts, options } = readArguments(operation, args);
  return sender.json(operation, parts, options);
}

async function* stream(sender: Sender, operation: Operation, args: Arguments): RunEvents {
  const { parts, options } = readArguments(operation, args);
  const body = operation.method === 'POST' ? { ...parts.body, stream: true } : undefined;
  const answer = await sender.stream(operation, { ...parts, body }, options);
  options.onSignal?.();
  yield* readEvents(answer, options);
}

/** Arguments come as ids, then the body, then the query of lists, then call options that may hold `include`. */
function readArguments(
  operation: Operation,
  args: Arguments,
): { parts: RequestParts; options: RequestOptions } {
  const rest = [...args];
  const ids = rest.splice(0, operation.ids.length) as string[];
  const body = operation.body === 'none' ? undefined : (rest.shift() ?? {});
  const isList = (operation.query as readonly string[]).includes('limit');
  const query = isList ? (rest.shift() as object | undefined) : undefined;
  const options = (rest.shift() ?? {}) as RequestOptions & Record<string, unknown>;
  return { parts: { ids, body, query: { ...options, ...query } }, options };
}
