import type { Engine, ServerOptions } from '@threadkit/server';
import { createServer } from '@threadkit/server';
import { serve, sqliteStorage } from '@threadkit/server/node';
import { staticFiles } from './static-files.ts';

export interface PlaygroundOptions {
  /** Port on 127.0.0.1; 0 selects a free one. */
  readonly port: number;
  /** SQLite file, or `:memory:`. */
  readonly db: string;
  readonly engine: Engine;
  /** Model of the demo assistant. */
  readonly model: string;
  /** Tools that the server executes. */
  readonly tools?: ServerOptions['tools'];
  /** Executes the code of `code_interpreter`. Without it, the assistant does not have this tool. */
  readonly codeExecutor?: ServerOptions['codeExecutor'];
  /** See `createServer`. */
  readonly leaseMs?: number;
  /** Folder of the built page. Without it, only the API is served. */
  readonly page?: string;
}

/** The whole playground in one process and on one port: the API under /v1, the page everywhere else. */
export async function startPlayground(
  options: PlaygroundOptions,
): Promise<{ url: string; close(): Promise<void> }> {
  const api = createServer({
    storage: sqliteStorage(options.db),
    engine: options.engine,
    tools: options.tools,
    codeExecutor: options.codeExecutor,
    leaseMs: options.leaseMs,
    // The demo has no sign-in. It listens on this machine only.
    authorize: 'allow-everyone',
    assistants: [
      {
        id: 'asst_demo',
        name: 'Threadkit demo',
        model: options.model,
        instructions: 'You are the assistant of the Threadkit playground. Answer briefly, in markdown.',
        tools: [
          { type: 'file_search' },
          ...(options.codeExecutor ? [{ type: 'code_interpreter' } as const] : []),
        ],
      },
    ],
  });
  const page = options.page === undefined ? undefined : staticFiles(options.page);

  return serve({
    port: options.port,
    host: '127.0.0.1',
    server: {
      ...api,
      fetch: (request) => {
        const isApi = page === undefined || new URL(request.url).pathname.startsWith('/v1/');
        return isApi ? api.fetch(request) : page(request);
      },
    },
  });
}
