import type { AssistantsApi } from '@threadkit/core';

type Client = Pick<AssistantsApi, 'key'>;

/**
 * Query keys, from general to specific. Each key starts with that of its parent, so invalidating a thread invalidates
 * its messages, runs and steps. Equal on a server and in the browser if both clients have the same `key`.
 */
export const threadkitKeys = {
  all: (client: Client) => ['threadkit', client.key] as const,
  assistants: (client: Client) => [...threadkitKeys.all(client), 'assistants'] as const,
  assistant: (client: Client, assistantId: string) =>
    [...threadkitKeys.assistants(client), assistantId] as const,
  assistantList: (client: Client) => [...threadkitKeys.assistants(client), 'list'] as const,
  file: (client: Client, fileId: string) => [...threadkitKeys.all(client), 'files', fileId] as const,
  fileContent: (client: Client, fileId: string) =>
    [...threadkitKeys.file(client, fileId), 'content'] as const,
  threads: (client: Client) => [...threadkitKeys.all(client), 'threads'] as const,
  threadList: (client: Client) => [...threadkitKeys.threads(client), 'list'] as const,
  /** Starts with the key of the list, so invalidating the list invalidates these. */
  threadsById: (client: Client, ids: readonly string[]) =>
    [...threadkitKeys.threadList(client), ids] as const,
  thread: (client: Client, threadId: string) => [...threadkitKeys.threads(client), threadId] as const,
  messages: (client: Client, threadId: string) =>
    [...threadkitKeys.thread(client, threadId), 'messages'] as const,
  message: (client: Client, threadId: string, messageId: string) =>
    [...threadkitKeys.thread(client, threadId), 'message', messageId] as const,
  runs: (client: Client, threadId: string) => [...threadkitKeys.thread(client, threadId), 'runs'] as const,
  runList: (client: Client, threadId: string) => [...threadkitKeys.runs(client, threadId), 'list'] as const,
  run: (client: Client, threadId: string, runId: string) =>
    [...threadkitKeys.runs(client, threadId), runId] as const,
  runSteps: (client: Client, threadId: string, runId: string) =>
    [...threadkitKeys.run(client, threadId, runId), 'steps'] as const,
  runStep: (client: Client, threadId: string, runId: string, stepId: string) =>
    [...threadkitKeys.run(client, threadId, runId), 'step', stepId] as const,
};
