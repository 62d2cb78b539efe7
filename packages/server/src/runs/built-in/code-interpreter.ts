import type {
  CodeInterpreterFile,
  CodeInterpreterOutputDelta,
  FileObject,
  FunctionTool,
} from '@threadkit/core/api';
import { INTERRUPTED_TEXT } from '@threadkit/core/tools';
import type { CodeFile, CodeResult, CodeSession } from '../../code/code-executor.ts';
import type { HostedCallPiece } from '../../engines/engine.ts';
import { streamOf } from '../../shared/byte-stream.ts';
import { QuotaExceededError, type Quotas } from '../../storage/quota.ts';
import { StorageUnavailableError } from '../../storage/storage-unavailable-error.ts';
import { type RunContext, unixSeconds } from '../run-context.ts';
import { BUILT_IN_FORMATS } from './built-in-format.ts';
import type { BuiltInResult, BuiltInTool } from './built-in-tool.ts';
import { type CodeSessions, type SessionFiles, SessionsBusyError } from './code-sessions.ts';
import { isFileError } from './is-file-error.ts';

/** Where the model finds the files, whatever the folder of the session is. */
const FOLDER = '/mnt/data';
/** How many files the description of the tool names. The code can list the others. */
const MAX_NAMED_FILES = 20;

export interface CodeInterpreterOptions {
  readonly sessions: CodeSessions;
  readonly owner: string;
  readonly threadId: string;
  /** Of what the code writes. */
  readonly quotas: Quotas | undefined;
  readonly files: SessionFiles;
}

/** `code_interpreter` of a run: executes code in the session of its thread, and stores the images and files that it makes. */
export function codeInterpreter(
  context: Pick<RunContext, 'files' | 'newId' | 'now' | 'onError'>,
  { sessions, owner, threadId, quotas, files: inputs }: CodeInterpreterOptions,
): BuiltInTool {
  async function store(
    filename: string,
    minBytes: number,
    content: AsyncIterable<Uint8Array>,
  ): Promise<string> {
    const id = context.newId('file');
    const toFile = (bytes: number): FileObject => ({
      id,
      object: 'file',
      bytes,
      created_at: unixSeconds(context.now),
      expires_at: null,
      filename,
      purpose: 'assistants_output',
      status: 'processed',
    });
    await context.files.create({ owner }, { id, content: toStream(content), toFile, minBytes }, quotas);
    return id;
  }

  /** Stores what the code made. The logs name what exceeds a quota or cannot be read, and the files that were `refused` before. */
  async function keep(
    session: CodeSession,
    result: CodeResult,
    refused: readonly string[],
  ): Promise<HostedCallPiece> {
    const outputs: CodeInterpreterOutputDelta[] = [];
    const files: CodeInterpreterFile[] = [];
    const lost: string[] = [];
    const unread: string[] = [];
    const kept = async (name: string, storing: Promise<string>): Promise<string | undefined> => {
      try {
        return await storing;
      } catch (error) {
        if (error instanceof QuotaExceededError) lost.push(name);
        else if (isFileError(error)) unread.push(name);
        else throw error;
        return undefined;
      }
    };
    for (const output of result.outputs) {
      const index = outputs.length;
      if (output.type === 'logs') {
        outputs.push({ index, type: 'logs', logs: output.logs });
        continue;
      }
      const name = `image-${index + 1}.png`;
      const id = await kept(name, store(name, output.bytes.byteLength, once(output.bytes)));
      if (id !== undefined) outputs.push({ index, type: 'image', image: { file_id: id } });
    }
    for (const file of result.files) {
      const path = toModelPath(file, session);
      const id = await kept(path, store(path.slice(path.lastIndexOf('/') + 1), file.bytes, file.content()));
      if (id !== undefined) files.push({ path, file_id: id });
    }
    const notes = [
      ['Not in the folder, because it had no place for them', refused],
      ['Not stored, because a limit of this account is reached', lost],
      ['Not stored, because it changed while it was read', unread],
    ] as const;
    for (const [note, names] of notes) {
      if (names.length === 0) continue;
      outputs.push({ index: outputs.length, type: 'logs', logs: `[${note}: ${names.join(', ')}]` });
    }
    return {
      type: 'code_interpreter',
      code_interpreter: { outputs, ...(files.length > 0 && { files }) },
    };
  }

  return {
    format: BUILT_IN_FORMATS.code_interpreter,
    function: withFiles(BUILT_IN_FORMATS.code_interpreter.function, inputs),
    idempotent: false,
    interrupted: logsOf(INTERRUPTED_TEXT),

    async execute(call, signal): Promise<BuiltInResult> {
      const code = call.type === 'code_interpreter' ? call.code_interpreter.input : '';
      if (code.trim() === '') {
        return { piece: logsOf('There was no code.'), outcome: 'failed', reason: 'invalid_arguments' };
      }
      try {
        return await sessions.use(threadId, inputs, signal, async (session, refused) => {
          const result = await session.execute(code, { signal });
          const piece = await keep(session, result, refused);
          switch (result.status) {
            case 'completed':
              return { piece, outcome: 'finished', reason: null };
            case 'timed_out':
              return { piece, outcome: 'timed_out', reason: 'timeout' };
            default:
              return { piece, outcome: 'failed', reason: result.status };
          }
        });
      } catch (error) {
        if (signal.aborted || error instanceof StorageUnavailableError) throw error;
        const isBusy = error instanceof SessionsBusyError;
        if (!isBusy) context.onError(error, `code of thread ${threadId}`);
        return { piece: logsOf(isBusy ? BUSY : UNAVAILABLE), outcome: 'failed', reason: nameOf(error) };
      }
    },
  };
}

const BUSY = 'Nothing was executed: all sandboxes of the server are in use. Try again later.';
const UNAVAILABLE = 'The code could not be executed: the sandbox of the server failed.';

/** The model is told the names of the files, as data: users choose them. */
function withFiles(tool: FunctionTool, files: SessionFiles): FunctionTool {
  if (files.size === 0) return tool;
  const names = Array.from(files.values(), ({ name }) => name).slice(0, MAX_NAMED_FILES);
  const description = `${tool.function.description} Names of files there: ${JSON.stringify(names)}`;
  return { ...tool, function: { ...tool.function, description } };
}

function logsOf(logs: string): HostedCallPiece {
  return { type: 'code_interpreter', code_interpreter: { outputs: [{ index: 0, type: 'logs', logs }] } };
}

function nameOf(error: unknown): string {
  return error instanceof Error && /^\w{1,64}$/.test(error.name) ? error.name : '_OTHER';
}

function toModelPath({ path }: CodeFile, { folder }: CodeSession): string {
  return path.startsWith(`${folder}/`) ? FOLDER + path.slice(folder.length) : path;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function toStream(content: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks = content[Symbol.asyncIterator]();
  return streamOf(
    async () => {
      const next = await chunks.next();
      // A copy: chunks of a session may share a buffer.
      return next.done ? undefined : next.value.slice();
    },
    async () => {
      await chunks.return?.();
    },
  );
}
