import {
  type ListPage,
  type MessageObject,
  type RunObject,
  SUPERSEDED_BY_KEY,
  type ThreadObject,
} from '@threadkit/core/api';
import { createWireLog, type WireLog } from '../wire/wire-log.ts';
import { createConversationClient } from './conversation-client.ts';
import { type Conversation, createLedger, type Ledger } from './ledger.ts';
import { startThreadkit } from './threadkit-process.ts';

const CONVERSATIONS = 30;

export interface CrashReport {
  /** Violations found. */
  readonly problems: readonly string[];
  readonly framesBefore: number;
  readonly messagesBefore: number;
  /** Responses that were started before the crash and restarted after it. */
  readonly superseded: number;
  readonly msToAllEnded: number;
}

/**
 * Runs many conversations on one file, kills the server after the given number of events, and restarts it. Then every
 * confirmed write must exist once, every run must end, and every thread must be unlocked.
 */
export async function crashOnce(file: string, killAtFrame: number): Promise<CrashReport> {
  const ledger = createLedger(CONVERSATIONS);
  const first = await startThreadkit('--pace', '3', '--db', file);
  ledger.atFrame(killAtFrame, () => first.child.kill('SIGKILL'));
  await Promise.allSettled(
    ledger.conversations.map((one) => createConversationClient(first.url, ledger, one).runUntilFailure()),
  );
  await first.ended;
  const framesBefore = ledger.frames.length;
  const seenBefore = ledger.frames.slice();
  const messagesBefore = ledger.conversations.reduce((sum, { confirmed }) => sum + confirmed.size, 0);

  const second = await startThreadkit('--pace', '0', '--db', file);
  const startedAt = performance.now();
  const log = createWireLog();
  const problems: string[] = [];
  const get = async <T>(path: string) => (await (await log.fetch(`${second.url}/v1${path}`)).json()) as T;
  const runsOf = async ({ threadId }: Conversation) =>
    (await get<ListPage<RunObject>>(`/threads/${threadId}/runs?limit=100&order=asc`)).data;

  try {
    await Promise.all(
      ledger.conversations.map(async (conversation) => {
        const client = createConversationClient(second.url, ledger, conversation, log.fetch);
        if (conversation.threadId !== undefined) {
          for (const run of await runsOf(conversation)) await client.finish(run.id);
        }
        await client.repeatRequest();
      }),
    );
    const msToAllEnded = Math.round(performance.now() - startedAt);

    let superseded = 0;
    const { data: threads } = await get<ListPage<ThreadObject>>('/threads?limit=100');
    if (threads.length !== CONVERSATIONS) problems.push(`${threads.length} threads`);
    for (const conversation of ledger.conversations) {
      const { name, threadId, texts, confirmed } = conversation;
      const report = (problem: string) => problems.push(`${name}: ${problem}`);
      const runs = await runsOf(conversation);
      if (runs.length !== conversation.runsRequested)
        report(`${runs.length} runs, of ${conversation.runsRequested} requested`);
      for (const { id, status } of runs) if (status !== 'completed') report(`run ${id} is ${status}`);
      for (const id of conversation.runs)
        if (!runs.some((run) => run.id === id)) report(`run ${id} is missing`);

      const { data } = await get<ListPage<MessageObject>>(
        `/threads/${threadId}/messages?limit=100&order=asc`,
      );
      const stored = data.filter(({ role }) => role === 'user').map(textOf);
      if (JSON.stringify(stored) !== JSON.stringify(texts))
        report(`stored ${stored.join()}, sent ${texts.join()}`);
      for (const [id, text] of confirmed) {
        const kept = data.filter((message) => message.id === id);
        if (kept.length !== 1 || !kept[0] || textOf(kept[0]) !== text)
          report(`message ${id} is not as confirmed`);
      }
      superseded += data.filter(({ metadata }) => metadata?.[SUPERSEDED_BY_KEY] !== undefined).length;
      for (const run of runs) for (const problem of responseProblems(run, data)) report(problem);
    }

    problems.push(...(await replayProblems(second.url, ledger, seenBefore, log)));
    // Every thread accepts messages and runs again.
    await Promise.all(
      ledger.conversations.map(async (conversation) => {
        const client = createConversationClient(second.url, ledger, conversation, log.fetch);
        await client.addMessage(`and now (${conversation.name})`);
        await client.completeRun(false);
      }),
    );
    return {
      problems: [...problems, ...log.problems],
      framesBefore,
      messagesBefore,
      superseded,
      msToAllEnded,
    };
  } finally {
    second.child.kill('SIGKILL');
    await second.ended;
  }
}

function textOf({ content }: MessageObject): string {
  return content.map((part) => (part.type === 'text' ? part.text.value : '')).join('');
}

/** Each run must have one complete response; an unfinished one must name it and be a prefix of it. */
function responseProblems(run: RunObject, messages: readonly MessageObject[]): string[] {
  const responses = messages.filter(({ run_id: id }) => id === run.id);
  const whole = responses.filter(({ metadata }) => metadata?.[SUPERSEDED_BY_KEY] === undefined);
  const [response] = whole;
  if (whole.length !== 1 || response?.status !== 'completed') {
    return [`run ${run.id} has ${whole.length} responses: ${whole.map(({ status }) => status).join()}`];
  }
  return responses.flatMap((half) => {
    if (half === response) return [];
    const named = half.metadata?.[SUPERSEDED_BY_KEY] === response.id;
    if (!named) return [`${half.id} is superseded by something else`];
    return textOf(response).startsWith(textOf(half)) ? [] : [`${half.id} is not a prefix of ${response.id}`];
  });
}

/** The events that clients received before the crash must be replayed unchanged after it. */
async function replayProblems(
  url: string,
  ledger: Ledger,
  seen: Ledger['frames'],
  log: WireLog,
): Promise<string[]> {
  const problems: string[] = [];
  for (const { threadId, runs } of ledger.conversations) {
    for (const runId of runs) {
      const response = await log.fetch(`${url}/v1/threads/${threadId}/runs/${runId}/events`);
      const frames = (await response.text()).matchAll(/^id: (\d+)\nevent: \S+\ndata: (.*)$/gm);
      const replay = new Map([...frames].map(([, seq, data]) => [Number(seq), data]));
      const other = seen.filter((frame) => frame.runId === runId && replay.get(frame.seq) !== frame.data);
      if (other.length > 0)
        problems.push(`${runId}: event ${other[0]?.seq} differs from the one received before the crash`);
    }
  }
  return problems;
}
