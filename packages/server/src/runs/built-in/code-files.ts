import type { FileObject } from '@threadkit/core/api';
import type { CodeInputFile } from '../../code/code-executor.ts';
import { byteLengthOf } from '../../shared/byte-length.ts';
import type { RunContext } from '../run-context.ts';
import type { SessionFiles } from './code-sessions.ts';
import type { RunResources } from './run-resources.ts';

/** With an id before it, a name has at most 200 bytes, as executors have it. */
const MAX_NAME_BYTES = 120;
/** What has a meaning in paths, or cannot be seen. */
const RESERVED = /[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]+/gu;

/**
 * The files of `code_interpreter` of a run's thread and assistant, by id. Names are those of the files; of two with one name, the later has its id
 * before it. Files of a shared assistant may be of any owner, since the operator chose them. Missing ones are left out.
 */
export async function readCodeFiles(
  { storage, files }: Pick<RunContext, 'storage' | 'files'>,
  owner: string,
  { isShared, ...resources }: RunResources,
): Promise<SessionFiles> {
  const ofAssistant = resources.ofAssistant.code_interpreter?.file_ids ?? [];
  const ofThread = resources.ofThread.code_interpreter?.file_ids ?? [];

  const found = new Map<string, CodeInputFile>();
  const names = new Set<string>();
  for (const id of new Set([...ofAssistant, ...ofThread])) {
    const isOfOperator = isShared && ofAssistant.includes(id);
    const fileOwner = (isOfOperator ? await storage.ownerOfFile(id) : undefined) ?? owner;
    const file = await storage.files.get({ owner: fileOwner }, id);
    if (!file) continue;
    const name = nameIn(names, file);
    names.add(name);
    const open = () => files.getContent({ owner: fileOwner }, id);
    found.set(id, { name, content: { [Symbol.asyncIterator]: () => readContent(open) } });
  }
  return found;
}

function nameIn(taken: ReadonlySet<string>, { id, filename }: FileObject): string {
  const name = endOf(filename.replaceAll(RESERVED, '_')).replace(/^\.+/u, '_') || id;
  return taken.has(name) ? `${id}-${name}` : name;
}

/** The end of a name, which has the extension, in whole characters. */
function endOf(name: string): string {
  const characters = Array.from(name);
  let bytes = 0;
  let from = characters.length;
  for (; from > 0; from -= 1) {
    bytes += byteLengthOf(characters[from - 1] ?? '');
    if (bytes > MAX_NAME_BYTES) break;
  }
  return characters.slice(from).join('');
}

/** Of a file that is deleted meanwhile, nothing. */
async function* readContent(
  open: () => Promise<ReadableStream<Uint8Array> | undefined>,
): AsyncGenerator<Uint8Array> {
  const reader = (await open())?.getReader();
  if (!reader) return;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
