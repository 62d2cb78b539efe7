import type { RunObject } from '@threadkit/core/api';
import { EngineError } from '../../engines/engine-error.ts';
import type { Lease } from '../../storage/storage.ts';
import { hasExpired } from '../../storage/vector-store-objects.ts';
import type { BuiltInName } from '../built-in/built-in-format.ts';
import type { BuiltInTool } from '../built-in/built-in-tool.ts';
import { readCodeFiles } from '../built-in/code-files.ts';
import { codeInterpreter } from '../built-in/code-interpreter.ts';
import { codeNotExecuted } from '../built-in/code-not-executed.ts';
import { fileSearch } from '../built-in/file-search.ts';
import { readRunResources } from '../built-in/run-resources.ts';
import { readSearchedStores, type SearchedStores } from '../built-in/searched-stores.ts';
import type { ReadContextWindow } from '../history/read-context-window.ts';
import { type RunContext, unixSeconds } from '../run-context.ts';
import { principalOfOwner } from './principal-of-owner.ts';
import { createRunTools, type RunTools } from './run-tools.ts';

type RunStarter = Pick<Lease, 'owner' | 'principal'>;

/**
 * Reads what the model of a run can call.
 *
 * @throws `EngineError` when the vector store of the thread has expired.
 */
export async function readRunTools(
  context: RunContext,
  lease: RunStarter,
  run: RunObject,
  window: ReadContextWindow,
): Promise<RunTools> {
  const { serverTools } = context;
  const [ofServer, builtIn] = await Promise.all([
    serverTools.list(),
    readBuiltInTools(context, lease, run, window),
  ]);
  return createRunTools(run, serverTools, ofServer, builtIn);
}

async function readBuiltInTools(
  context: RunContext,
  { owner, principal }: RunStarter,
  run: RunObject,
  { contextTokens, count }: ReadContextWindow,
): Promise<ReadonlyMap<BuiltInName, BuiltInTool>> {
  const tools = new Map<BuiltInName, BuiltInTool>();
  const has = (type: BuiltInName) => run.tools.some((tool) => tool.type === type);
  const {
    searchVectorStores,
    codeSessions,
    storage: { vectorStores },
  } = context;
  const search = has('file_search') && vectorStores ? searchVectorStores : undefined;
  const sessions = has('code_interpreter') ? codeSessions : undefined;
  // Runs without these tools read nothing more.
  const resources = search || sessions ? await readRunResources(context, owner, run) : undefined;
  if (search && vectorStores && resources) {
    const stores = await readSearchedStores(vectorStores, owner, resources);
    await refuseExpired(context, stores);
    const options = { run, stores, contextTokens, countTokens: count.ofText };
    // Without a vector store there is nothing to find.
    if (stores.ofThread.length + stores.ofAssistant.length > 0)
      tools.set('file_search', fileSearch(context, vectorStores, search, options));
  }
  if (sessions && resources) {
    const options = {
      sessions,
      owner,
      threadId: run.thread_id,
      quotas: context.quotasOf(principal ?? principalOfOwner(owner)),
      files: await readCodeFiles(context, owner, resources),
    };
    tools.set('code_interpreter', codeInterpreter(context, options));
  } else if (has('code_interpreter')) tools.set('code_interpreter', codeNotExecuted);
  return tools;
}

/** As the contract has it: the files of the conversation would silently be missing from every response. */
async function refuseExpired({ storage, now }: RunContext, { ofThread }: SearchedStores): Promise<void> {
  for (const { owner, id } of ofThread) {
    const store = await storage.vectorStores?.get({ owner }, id);
    if (!store || !hasExpired(store, unixSeconds(now))) continue;
    throw new EngineError(
      'invalid_prompt',
      `The vector store ${id} of this thread has expired. Create one with the same files, and set it in the thread's tool_resources.`,
    );
  }
}
