import type { CreateAssistantRequest } from '@threadkit/core/api';
import type { CodeExecutor } from '../code/code-executor.ts';
import { CodeExecutorError } from '../code/code-executor-error.ts';
import { processExecutor } from '../code/process-executor.ts';
import { pyodideExecutor } from '../code/pyodide-executor.ts';
import { documentReader } from '../documents/create-document-reader.ts';
import { installedFormats } from '../documents/installed-libraries.ts';
import type { Embeddings } from '../embeddings/embeddings.ts';
import { openaiEmbeddings } from '../embeddings/openai-embeddings.ts';
import type { Engine } from '../engines/engine.ts';
import { scripted } from '../engines/scripted/scripted.ts';
import { createServer } from '../server/create-server.ts';
import { sqliteStorage } from '../storage/sqlite/sqlite-storage.ts';
import type { Storage } from '../storage/storage.ts';
import { type CliOptions, UsageError } from './cli-options.ts';
import { databaseUrlOf, importWithPg } from './import-postgres.ts';
import { type RunningServer, serve } from './serve.ts';

const DEFAULT_MODEL = 'gpt-5-mini';

/** Starts a server as the options of `threadkit serve` describe it. */
export async function runServe(options: CliOptions, env: NodeJS.ProcessEnv): Promise<RunningServer> {
  const model = options.model ?? (options.engine === 'scripted' ? 'scripted' : DEFAULT_MODEL);
  const codeExecutor = await makeCodeExecutor(options.code);
  const server = createServer({
    storage: await openStorage(options.db, env),
    engine: await makeEngine(options, model, env),
    authorize: 'allow-everyone',
    assistants: [demoAssistant(model, codeExecutor !== undefined)],
    codeExecutor,
    embeddings: makeEmbeddings(options.embeddings, env),
    ...(installedFormats().size > 0 && { documents: documentReader() }),
    ...(options.corsOrigins.length > 0 && { cors: { origins: options.corsOrigins } }),
  });
  return serve({ server, port: options.port, host: options.host });
}

/** Starts an interpreter once, so that a machine without one is noticed before the first run. */
async function makeCodeExecutor(name: CliOptions['code']): Promise<CodeExecutor | undefined> {
  if (name === 'none') return undefined;
  const executor = name === 'process' ? processExecutor() : pyodideExecutor();
  try {
    await (await executor.open()).close();
    return executor;
  } catch (error) {
    if (!(error instanceof CodeExecutorError)) throw error;
    throw new UsageError(`--code ${name}: ${error.message}`, { cause: error });
  }
}

async function openStorage(db: string | undefined, env: NodeJS.ProcessEnv): Promise<Storage> {
  const connectionString = db === undefined ? databaseUrlOf(env) : undefined;
  if (connectionString === undefined) return sqliteStorage(db ?? ':memory:');
  const { postgresStorage } = await importWithPg(() => import('../storage/postgres/postgres-storage.ts'));
  return postgresStorage({ connectionString });
}

function makeEmbeddings(model: string | undefined, env: NodeJS.ProcessEnv): Embeddings | undefined {
  if (model === undefined) return undefined;
  try {
    return openaiEmbeddings({ model, ...connectionOf(env, '--embeddings') });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(`--embeddings ${model}: ${error.message}`, { cause: error });
  }
}

async function makeEngine(options: CliOptions, model: string, env: NodeJS.ProcessEnv): Promise<Engine> {
  if (options.engine === 'scripted') return scripted({ paceMs: options.pace });
  if (options.pace !== undefined) throw new UsageError('--pace is for the scripted engine only.');
  const connection = connectionOf(env, 'The chat-completions engine');
  const { chatCompletions } = await importChatCompletions();
  return chatCompletions({ model, ...connection });
}

/** How the provider is reached; `of` needs it. */
function connectionOf(
  env: NodeJS.ProcessEnv,
  of: string,
): { readonly apiKey: string; readonly baseURL?: string } {
  const apiKey = env['OPENAI_API_KEY'];
  const baseURL = env['OPENAI_BASE_URL'];
  if (!apiKey && !baseURL) {
    throw new UsageError(
      `${of} needs OPENAI_API_KEY, or OPENAI_BASE_URL for a server without keys such as http://127.0.0.1:11434/v1.`,
    );
  }
  // An empty variable is as good as none.
  return { apiKey: apiKey || 'none', ...(baseURL !== undefined && baseURL !== '' && { baseURL }) };
}

/** Loaded on demand: the SDK is an optional peer dependency. */
async function importChatCompletions() {
  try {
    return await import('../engines/chat-completions.ts');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') {
      throw new UsageError("The chat-completions engine needs the SDK: run 'npm install openai' first.", {
        cause: error,
      });
    }
    throw error;
  }
}

/** The assistant that `threadkit serve` creates. */
function demoAssistant(
  model: string,
  executesCode: boolean,
): CreateAssistantRequest & { readonly id: string } {
  return {
    id: 'asst_demo',
    model,
    // Not offered to the model in threads without files.
    tools: [{ type: 'file_search' }, ...(executesCode ? [{ type: 'code_interpreter' as const }] : [])],
    name: 'Threadkit demo',
    description: 'Answers questions about Threadkit, and calls the tools it is given.',
    instructions:
      'You are the demo assistant of Threadkit, the React kit for threads and runs. Answer briefly and in markdown. Use the tools you are given when they help, and say what they returned.',
  };
}
