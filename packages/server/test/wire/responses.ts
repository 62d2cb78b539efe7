import type {
  ExtensionOperationName,
  FileOperationName,
  OperationName,
  VectorStoreOperationName,
} from '@threadkit/core/api';
import { z } from 'zod';
import { assistant } from './assistant.ts';
import { file } from './file.ts';
import { message } from './message.ts';
import { run } from './run.ts';
import { runStep } from './run-step.ts';
import { idOf } from './shared.ts';
import { thread } from './thread.ts';
import { fileBatch, fileContentPage, searchPage, vectorStore, vectorStoreFile } from './vector-store.ts';

function page<T extends z.ZodType<{ id: string }>>(item: T) {
  return z
    .strictObject({
      object: z.literal('list'),
      data: z.array(item).max(100),
      first_id: z.string().nullable(),
      last_id: z.string().nullable(),
      has_more: z.boolean(),
    })
    .refine(
      ({ data, first_id, last_id }) =>
        first_id === (data.at(0)?.id ?? null) && last_id === (data.at(-1)?.id ?? null),
      'first_id and last_id are those of the page',
    );
}

const deleted = (prefix: string, object: string) =>
  z.strictObject({ id: idOf(prefix), object: z.literal(`${object}.deleted`), deleted: z.literal(true) });

/** The JSON response of each operation with status 200. */
export const RESPONSES: Record<
  | OperationName
  | VectorStoreOperationName
  | Exclude<ExtensionOperationName | FileOperationName, 'streamRunEvents' | 'getFileContent'>,
  z.ZodType
> = {
  listAssistants: page(assistant),
  createAssistant: assistant,
  getAssistant: assistant,
  modifyAssistant: assistant,
  deleteAssistant: deleted('asst', 'assistant'),
  createThread: thread,
  createThreadAndRun: run,
  getThread: thread,
  modifyThread: thread,
  deleteThread: deleted('thread', 'thread'),
  listMessages: page(message),
  createMessage: message,
  getMessage: message,
  modifyMessage: message,
  deleteMessage: deleted('msg', 'thread.message'),
  listRuns: page(run),
  createRun: run,
  getRun: run,
  modifyRun: run,
  cancelRun: run,
  submitToolOutputsToRun: run,
  listRunSteps: page(runStep),
  getRunStep: runStep,
  listThreads: page(thread),
  createFile: file,
  listFiles: page(file),
  getFile: file,
  deleteFile: z.strictObject({ id: idOf('file'), object: z.literal('file'), deleted: z.literal(true) }),
  listVectorStores: page(vectorStore),
  createVectorStore: vectorStore,
  getVectorStore: vectorStore,
  modifyVectorStore: vectorStore,
  deleteVectorStore: deleted('vs', 'vector_store'),
  searchVectorStore: searchPage,
  listVectorStoreFiles: page(vectorStoreFile),
  createVectorStoreFile: vectorStoreFile,
  getVectorStoreFile: vectorStoreFile,
  modifyVectorStoreFile: vectorStoreFile,
  deleteVectorStoreFile: deleted('file', 'vector_store.file'),
  getVectorStoreFileContent: fileContentPage,
  createVectorStoreFileBatch: fileBatch,
  getVectorStoreFileBatch: fileBatch,
  cancelVectorStoreFileBatch: fileBatch,
  listVectorStoreFileBatchFiles: page(vectorStoreFile),
};
