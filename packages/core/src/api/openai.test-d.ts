import type * as Assistants from 'openai/resources/beta/assistants';
import type * as Messages from 'openai/resources/beta/threads/messages';
import type * as Runs from 'openai/resources/beta/threads/runs/runs';
import type * as Steps from 'openai/resources/beta/threads/runs/steps';
import type * as Threads from 'openai/resources/beta/threads/threads';
import type * as Files from 'openai/resources/files';
import type * as Shared from 'openai/resources/shared';
import type * as StoreFileBatches from 'openai/resources/vector-stores/file-batches';
import type * as StoreFiles from 'openai/resources/vector-stores/files';
import type * as VectorStores from 'openai/resources/vector-stores/vector-stores';
import { test } from 'vitest';
import type { AssistantObject, CreateAssistantRequest, ModifyAssistantRequest } from './assistant.ts';
import type { Deviations } from './deviations.ts';
import type { StreamEvent } from './event.ts';
import type { DeletedFile, FileObject, FilePurpose } from './file.ts';
import type { CreateMessageRequest, MessageObject } from './message.ts';
import type { CreateRunRequest, RunObject } from './run.ts';
import type { RunStepObject } from './run-step.ts';
import type { CreateThreadRequest, ThreadObject } from './thread.ts';
import type {
  ComparisonFilter,
  CreateVectorStoreFileBatchRequest,
  CreateVectorStoreFileRequest,
  CreateVectorStoreRequest,
  DeletedVectorStore,
  DeletedVectorStoreFile,
  ModifyVectorStoreRequest,
  SearchVectorStoreRequest,
  VectorStoreFileBatchObject,
  VectorStoreFileObject,
  VectorStoreObject,
  VectorStoreSearchResult,
} from './vector-store.ts';

/** Removes `readonly`: our types are read-only, the SDK's are not, and the API does not define it. */
type Mutable<T> = T extends readonly (infer I)[]
  ? Mutable<I>[]
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T;

declare function given<T>(): T;
declare function accept<T>(value: T): void;

/** The type with all optional fields required, as our server sends them. */
type Sent<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: Exclude<T[P], undefined> };

test('every object and event of the SDK is acceptable to our types', () => {
  accept<AssistantObject>(given<Assistants.Assistant>());
  accept<ThreadObject>(given<Threads.Thread>());
  accept<MessageObject>(given<Messages.Message>());
  accept<RunObject>(given<Runs.Run>());
  accept<RunStepObject>(given<Steps.RunStep>());
  accept<StreamEvent>(given<Assistants.AssistantStreamEvent>());
  accept<FileObject>(given<Files.FileObject>());
});

test('what our server sends is acceptable to the SDK', () => {
  accept<Assistants.Assistant>(given<Mutable<Omit<AssistantObject, Deviations['assistant']>>>());
  accept<Threads.Thread>(given<Mutable<ThreadObject>>());
  accept<Messages.Message>(given<Mutable<Sent<MessageObject, Deviations['message']>>>());
  accept<Omit<Runs.Run, Deviations['runInstructions'] | Deviations['runIncomplete']>>(
    given<Mutable<Sent<Omit<RunObject, Deviations['runIncomplete']>, 'parallel_tool_calls'>>>(),
  );
  type Own = Deviations['runStepDetails'] | Deviations['runStepType'];
  accept<Omit<Steps.RunStep, Own>>(given<Mutable<Omit<Sent<RunStepObject, Deviations['runStep']>, Own>>>());
});

test('files that our server sends are acceptable to the SDK, and so are their purposes', () => {
  accept<Files.FileDeleted>(given<DeletedFile>());
  accept<Files.FilePurpose>(given<FilePurpose>());
  // Hosted services know more purposes than any list of them.
  accept<Omit<Files.FileObject, 'purpose' | 'expires_at'>>(
    given<Sent<Omit<FileObject, 'purpose' | 'expires_at'>, 'status'>>(),
  );
});

test('vector stores of the SDK are acceptable to our types', () => {
  accept<VectorStoreObject>(given<VectorStores.VectorStore>());
  accept<VectorStoreFileObject>(given<StoreFiles.VectorStoreFile>());
  accept<VectorStoreFileBatchObject>(given<StoreFileBatches.VectorStoreFileBatch>());
  accept<VectorStoreSearchResult>(given<VectorStores.VectorStoreSearchResponse>());
  accept<CreateVectorStoreRequest>(given<VectorStores.VectorStoreCreateParams>());
  accept<ModifyVectorStoreRequest>(given<VectorStores.VectorStoreUpdateParams>());
  accept<CreateVectorStoreFileRequest>(given<StoreFiles.FileCreateParams>());
  accept<CreateVectorStoreFileBatchRequest>(given<StoreFileBatches.FileBatchCreateParams>());
  // The SDK leaves the members of a compound filter open.
  accept<Omit<SearchVectorStoreRequest, 'filters'>>(
    given<Omit<VectorStores.VectorStoreSearchParams, 'filters'>>(),
  );
  accept<ComparisonFilter>(given<Shared.ComparisonFilter>());
});

test('vector stores that our server sends are acceptable to the SDK', () => {
  // The SDK does not know that a store may have no name, and no expiration.
  accept<Omit<VectorStores.VectorStore, 'name' | 'expires_after'>>(
    given<Mutable<Omit<VectorStoreObject, 'name' | 'expires_after' | 'description'>>>(),
  );
  accept<Omit<StoreFiles.VectorStoreFile, 'last_error'>>(
    given<Mutable<Omit<VectorStoreFileObject, 'last_error'>>>(),
  );
  accept<StoreFileBatches.VectorStoreFileBatch>(given<VectorStoreFileBatchObject>());
  accept<VectorStores.VectorStoreSearchResponse>(given<Mutable<VectorStoreSearchResult>>());
  accept<VectorStores.VectorStoreDeleted>(given<DeletedVectorStore>());
  accept<StoreFiles.VectorStoreFileDeleted>(given<DeletedVectorStoreFile>());
});

test('requests of the SDK are acceptable to our types', () => {
  accept<CreateAssistantRequest>(given<Assistants.AssistantCreateParams>());
  accept<ModifyAssistantRequest>(given<Assistants.AssistantUpdateParams>());
  accept<CreateThreadRequest>(given<Threads.ThreadCreateParams>());
  accept<CreateMessageRequest>(given<Messages.MessageCreateParams>());
  accept<CreateRunRequest>(given<Omit<Runs.RunCreateParamsNonStreaming, 'include' | 'stream'>>());
});
