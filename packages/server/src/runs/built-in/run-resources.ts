import type { RunObject, ToolResources } from '@threadkit/core/api';
import type { RunContext } from '../run-context.ts';

/** What the built-in tools of a run may read. */
export interface RunResources {
  readonly ofThread: ToolResources;
  readonly ofAssistant: ToolResources;
  /** Whether the operator chose those of the assistant, so that they may belong to any owner. */
  readonly isShared: boolean;
}

/** Reads the resources of a run's thread and assistant; none of one that is gone. */
export async function readRunResources(
  { storage, seededAssistantIds }: Pick<RunContext, 'storage' | 'seededAssistantIds'>,
  owner: string,
  run: Pick<RunObject, 'thread_id' | 'assistant_id'>,
): Promise<RunResources> {
  const [thread, assistant] = await Promise.all([
    storage.threads.get({ owner }, run.thread_id),
    storage.assistants.get({ owner }, run.assistant_id),
  ]);
  return {
    ofThread: thread?.tool_resources ?? {},
    ofAssistant: assistant?.tool_resources ?? {},
    isShared: seededAssistantIds.includes(run.assistant_id),
  };
}
