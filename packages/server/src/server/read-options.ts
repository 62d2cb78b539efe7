import { checkEmbeddings } from '../embeddings/check-embeddings.ts';
import { checkContextWindow } from '../engines/check-context-window.ts';
import type { ReasoningMode } from '../runs/reasoning.ts';
import { isRecord } from '../shared/is-record.ts';
import {
  checkNames,
  checkOptions,
  describeValue,
  MAX_TIMER_MS,
  type NumberRule,
  readNumber,
  wrongOption,
} from '../shared/option-values.ts';
import { type ReadLimits, readLimits } from './read-limits.ts';
import type { ServerOptions } from './server-options.ts';

/** Those options of a server that are values, with their defaults. */
export interface ServerSettings {
  readonly limits: ReadLimits;
  readonly reasoning: ReasoningMode;
  readonly eventRetentionMs: number;
  readonly leaseMs: number;
  readonly drainMs: number;
  readonly maxRetries: number;
}

const OPTIONS = Object.keys({
  storage: true,
  fileStore: true,
  documents: true,
  engine: true,
  embeddings: true,
  authorize: true,
  assistants: true,
  tools: true,
  codeExecutor: true,
  reasoning: true,
  cors: true,
  limits: true,
  eventRetentionMs: true,
  leaseMs: true,
  drainMs: true,
  maxRetries: true,
  setTimer: true,
  random: true,
  log: true,
  instrumentation: true,
  onError: true,
} satisfies Record<keyof ServerOptions, true>);

const REASONING_MODES: readonly unknown[] = ['omit', 'stream', 'keep'] satisfies ReasoningMode[];
/** A lease is renewed three times, and looked for six times, in its time. */
const MIN_LEASE_MS = 100;

const NUMBERS = {
  eventRetentionMs: { min: 0, unit: 'milliseconds', default: 3_600_000 },
  leaseMs: { min: MIN_LEASE_MS, max: MAX_TIMER_MS, unit: 'milliseconds', default: 30_000 },
  drainMs: { min: 0, max: MAX_TIMER_MS, unit: 'milliseconds', default: 0 },
  maxRetries: { min: 0, default: 2 },
} as const satisfies Partial<Record<keyof ServerOptions, NumberRule>>;

/**
 * Checks all options of `createServer`, which apps without types may get wrong, and returns the settings among them with their
 * defaults. The tools are checked by `createServerTools`.
 *
 * @throws `RangeError` or `TypeError` that name the option, its value and what to do.
 */
export function readOptions(options: ServerOptions): ServerSettings {
  checkOptions(options, OPTIONS, 'createServer', 'Pass an object with storage, engine and authorize.');
  checkStorage(options.storage);
  checkFileStore(options.fileStore);
  checkCodeExecutor(options.codeExecutor);
  checkDocuments(options.documents);
  checkEngine(options.engine);
  checkEmbeddings(options.embeddings);
  checkAuthorize(options.authorize);
  checkAssistants(options.assistants);
  checkCors(options.cors);
  for (const name of ['setTimer', 'random', 'log', 'onError'] as const) checkFunction(name, options[name]);
  checkInstrumentation(options.instrumentation);
  return {
    limits: readLimits(options.limits),
    reasoning: readReasoning(options.reasoning),
    eventRetentionMs: readSetting('eventRetentionMs', options),
    leaseMs: readSetting('leaseMs', options),
    drainMs: readSetting('drainMs', options),
    maxRetries: readSetting('maxRetries', options),
  };
}

function readSetting(name: keyof typeof NUMBERS, options: ServerOptions): number {
  return readNumber(name, options[name], NUMBERS[name]) ?? NUMBERS[name].default;
}

function readReasoning(reasoning: ReasoningMode = 'stream'): ReasoningMode {
  if (REASONING_MODES.includes(reasoning)) return reasoning;
  throw new RangeError(
    `reasoning is ${describeValue(reasoning)}. Set it to 'omit', 'stream' or 'keep', or leave it out for 'stream'.`,
  );
}

function checkFileStore(store: unknown): void {
  if (store === undefined) return;
  if (isRecord(store) && ['write', 'read', 'delete'].every((name) => typeof store[name] === 'function'))
    return;
  throw wrongOption(
    'fileStore of createServer',
    store,
    "Pass folderFileStore(folder) of '@threadkit/server/node', or an object with write, read and delete.",
  );
}

function checkCodeExecutor(executor: unknown): void {
  if (executor === undefined || (isRecord(executor) && typeof executor['open'] === 'function')) return;
  throw wrongOption(
    'codeExecutor of createServer',
    executor,
    "Pass processExecutor() or pyodideExecutor() of '@threadkit/server/code', or an object with open.",
  );
}

function checkDocuments(reader: unknown): void {
  if (reader === undefined || (isRecord(reader) && typeof reader['readText'] === 'function')) return;
  throw wrongOption(
    'documents of createServer',
    reader,
    "Pass documentReader() of '@threadkit/server/documents', or an object with readText.",
  );
}

function checkStorage(storage: unknown): void {
  if (isRecord(storage) && typeof storage['open'] === 'function') return;
  throw wrongOption(
    'storage of createServer',
    storage,
    "Pass memoryStorage() or, of the entries node and postgres, sqliteStorage('threads.sqlite') or postgresStorage({ … }).",
  );
}

function checkEngine(engine: unknown): void {
  if (typeof engine === 'function') return;
  if (!isRecord(engine) || typeof engine['generate'] !== 'function') {
    throw wrongOption(
      'engine of createServer',
      engine,
      'Pass an engine, such as scripted() or chatCompletions({ … }), or a function that returns the engine of a model.',
    );
  }
  if (typeof engine['name'] !== 'string' || engine['name'] === '') {
    throw wrongOption(
      'name of the engine',
      engine['name'],
      'Set it to lower-case letters, digits and hyphens: what the provider needs back is stored with it.',
    );
  }
  checkContextWindow(engine, 'the engine');
}

function checkAuthorize(authorize: unknown): void {
  if (authorize === 'allow-everyone' || typeof authorize === 'function') return;
  throw wrongOption(
    'authorize of createServer',
    authorize,
    "Pass a function that returns the principal of a request, or 'allow-everyone' for tests and on loopback.",
  );
}

function checkAssistants(assistants: unknown): void {
  if (assistants === undefined) return;
  if (!Array.isArray(assistants)) {
    throw wrongOption(
      'assistants of createServer',
      assistants,
      "Pass a list: [{ id: 'asst_1', model: 'gpt-5-mini' }].",
    );
  }
  const ids = new Set<string>();
  for (const [index, assistant] of assistants.entries()) {
    const name = `assistants[${index}] of createServer`;
    if (!isRecord(assistant))
      throw wrongOption(name, assistant, "Pass an object: { id: 'asst_1', model: 'gpt-5-mini' }.");
    for (const member of ['id', 'model']) {
      const value = assistant[member];
      if (typeof value === 'string' && value !== '') continue;
      throw wrongOption(`${member} of ${name}`, value, 'Set it to a text that is not empty.');
    }
    const id = String(assistant['id']);
    if (ids.has(id))
      throw new TypeError(`Two assistants of createServer have the id ${describeValue(id)}. Change one.`);
    ids.add(id);
  }
}

function checkCors(cors: unknown): void {
  if (cors === undefined) return;
  if (isRecord(cors)) checkNames(cors, ['origins'], 'cors of createServer', 'member');
  const origins = isRecord(cors) ? cors['origins'] : undefined;
  if (Array.isArray(origins) && origins.every((origin) => typeof origin === 'string')) return;
  throw wrongOption(
    isRecord(cors) ? 'cors.origins of createServer' : 'cors of createServer',
    isRecord(cors) ? origins : cors,
    "Pass the origins with scheme and port: { origins: ['https://app.example'] }.",
  );
}

function checkInstrumentation(instrumentation: unknown): void {
  if (instrumentation === undefined) return;
  const methods = ['startRequest', 'startRun', 'startStream'];
  if (isRecord(instrumentation) && methods.every((name) => typeof instrumentation[name] === 'function'))
    return;
  throw wrongOption(
    'instrumentation of createServer',
    instrumentation,
    'Pass openTelemetry() of the entry opentelemetry, or an object with startRequest, startRun and startStream.',
  );
}

function checkFunction(name: string, value: unknown): void {
  if (value === undefined || typeof value === 'function') return;
  throw wrongOption(`${name} of createServer`, value, 'Pass a function, or leave it out for the default.');
}
