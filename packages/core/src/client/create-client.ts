import { EXTENSION_OPERATIONS, OPERATIONS, type Operation } from '../api/operations.ts';
import { plainEnvironment } from '../environment/plain-environment.ts';
import type { AssistantsApi, RequestOptions, RunEvents } from './assistants-api.ts';
import { createBackendInfo } from './backend-info.ts';
import type { RequestParts } from './build-request.ts';
import type { ClientOptions } from './client-options.ts';
import { createHttpTransport, type HttpTransport } from './http-transport.ts';
import { lazyFiles } from './lazy-files.ts';
import { readEvents } from './read-events.ts';

type Arguments = readonly unknown[];

/**
 * Creates a client for a server with the Assistants API v2. It contains no SDK. Nothing is sent before the first call.
 */
export function createClient(options: ClientOptions): AssistantsApi {
  const environment = options.environment ?? plainEnvironment();
  const backend = createBackendInfo(options.capabilities);
  const transport = createHttpTransport(options, environment, backend);

  const methods: Record<string, unknown> = {
    key: options.key ?? options.baseURL,
    get capabilities() {
      return backend.capabilities;
    },
    get clockSkewMs() {
      return backend.clockSkewMs;
    },
    get pollAfterMs() {
      return backend.pollAfterMs;
    },
  };
  for (const operation of [...OPERATIONS, ...EXTENSION_OPERATIONS]) {
    methods[operation.name] = (...args: Arguments) => call(transport, operation, args);
    const twin = STREAMING_TWINS[operation.name as keyof typeof STREAMING_TWINS];
    if (twin) methods[twin] = (...args: Arguments) => stream(transport, operation, args);
  }

  methods['files'] = lazyFiles(async () =>
    (await import('./files.ts')).createFiles(createHttpTransport, options, environment, backend),
  );

  return methods as unknown as AssistantsApi;
}

/** The methods that read a stream. An operation that responds with nothing else has its own name. */
const STREAMING_TWINS = {
  createRun: 'streamRun',
  createThreadAndRun: 'streamThreadAndRun',
  submitToolOutputsToRun: 'streamToolOutputs',
  streamRunEvents: 'streamRunEvents',
} as const;

async function call(transport: HttpTransport, operation: Operation, args: Arguments): Promise<unknown> {
  const { parts, options } = readArguments(operation, args);
  return transport.read(operation, parts, options);
}

/** Not a generator around another one: each costs three microtasks per event. */
function stream(transport: HttpTransport, operation: Operation, args: Arguments): RunEvents {
  const { parts, options } = readArguments(operation, args);
  const body = operation.method === 'POST' ? { ...parts.body, stream: true } : undefined;
  return readEvents(async () => {
    const response = await transport.stream(operation, { ...parts, body }, options);
    options.onReceive?.();
    return response;
  }, options);
}

/** The arguments are the ids, the body, the query of lists, and call options, which may have `include`. */
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
