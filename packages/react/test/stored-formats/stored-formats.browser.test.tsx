import {
  type AnyTool,
  defineTool,
  type MessageObject,
  type RunObject,
  type RunStepObject,
  type StreamEvent,
  type ThreadObject,
} from '@threadkit/core';
import { memoryStorage, type Storage } from '@threadkit/server';
import { ASSISTANT, type InProcessServer, inProcessServer } from '@threadkit/testing';
import { StrictMode, useEffect, useRef } from 'react';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { render } from 'vitest-browser-react';
import { ThreadkitProvider, useDraft, useReset, useThread } from '../../src/index.ts';
import stored from './browser-storage.json';

interface StoredThread {
  readonly thread: ThreadObject;
  readonly messages: readonly MessageObject[];
  readonly runs: readonly {
    readonly run: RunObject;
    readonly steps: readonly RunStepObject[];
    readonly events: readonly StreamEvent[];
  }[];
}

/** The server derives this owner from `authorize: 'allow-everyone'`. */
const OWNER = '[null,"everyone"]';
const CLIENT_KEY = 'user_1';
// The JSON module types its strings as `string`; the server at 189a89e wrote the objects of the contract.
const threads = stored.threads as unknown as Readonly<Record<keyof typeof stored.threads, StoredThread>>;

async function fill(storage: Storage, { thread, messages, runs }: StoredThread): Promise<void> {
  const scope = { owner: OWNER, threadId: thread.id };
  await storage.createThread({ owner: OWNER }, thread, messages);
  for (const { run, steps, events } of runs) {
    await storage.startRun(scope, { run, messages: [], events });
    const expected = { status: run.status, seq: events.length };
    const outcome = await storage.commitTransition(scope, run.id, expected, {
      at: run.created_at,
      events: [],
      steps,
    });
    expect(outcome).toBe('committed');
  }
}

/** A server of the current version with the threads of the fixture, one minute after they were written. */
async function serve(): Promise<InProcessServer> {
  const storage = memoryStorage({ now: () => stored.writtenAt + 60_000 });
  for (const thread of Object.values(threads)) await fill(storage, thread);
  const inProcess = inProcessServer({ storage });
  onTestFinished(() => inProcess.server.close());
  return inProcess;
}

interface ChatProps {
  readonly name: string;
  readonly newChatKey?: string;
  readonly tools?: readonly AnyTool[];
}

function Chat({ name, newChatKey, tools }: ChatProps) {
  const thread = useThread({ assistantId: ASSISTANT, newChatKey, tools });
  const draft = useDraft({ controller: thread.controller });
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(
    () =>
      draft.restore((text) => {
        if (field.current) field.current.value = text;
      }),
    [draft],
  );
  return (
    <section aria-label={name}>
      <p>{`thread: ${thread.threadId ?? 'none'}`}</p>
      <p>{`messages: ${thread.messages.length}`}</p>
      <p>{`run: ${thread.run?.status ?? 'none'}`}</p>
      <ul>
        {thread.toolCalls.map((call) => (
          <li key={call.id}>
            <span>{`${call.name}: ${call.state === 'waiting' ? call.waitReason : call.state}`}</span>
            {call.state === 'waiting' && (
              <button type="button" onClick={() => call.approve()}>
                {`approve ${call.name}`}
              </button>
            )}
          </li>
        ))}
      </ul>
      <textarea
        ref={field}
        aria-label={`Message of ${name}`}
        onChange={(event) => draft.save(event.target.value)}
      />
    </section>
  );
}

function SignOut() {
  const reset = useReset();
  return (
    <button type="button" onClick={reset}>
      sign out
    </button>
  );
}

/** The current page, with the storage that the old version wrote. */
async function openPage(chats: readonly ChatProps[]) {
  const inProcess = await serve();
  const client = inProcess.connect({ key: CLIENT_KEY });
  const screen = await render(
    <StrictMode>
      <ThreadkitProvider client={client}>
        {chats.map((chat) => (
          <Chat key={chat.name} {...chat} />
        ))}
        <SignOut />
      </ThreadkitProvider>
    </StrictMode>,
  );
  return { client, screen };
}

/** Tools whose executions are counted by name. */
function countedTools() {
  const executed: string[] = [];
  const parameters = { type: 'object' } as const;
  const tools = [
    defineTool({
      name: 'get_weather',
      parameters,
      execute: () => {
        executed.push('get_weather');
        return { sky: 'sun' };
      },
    }),
    defineTool({
      name: 'send_mail',
      parameters,
      needsApproval: true,
      execute: () => {
        executed.push('send_mail');
        return 'sent';
      },
    }),
  ];
  return { executed, tools };
}

const storedKeys = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith('threadkit:'));

beforeEach(() => {
  localStorage.clear();
  for (const [key, value] of Object.entries(stored.localStorage)) localStorage.setItem(key, value);
  return () => localStorage.clear();
});

describe('a browser storage written at 189a89e', () => {
  it('an older browser storage restores the drafts of a new chat, of a named chat and of a thread', async () => {
    const { screen } = await openPage([
      { name: 'new' },
      { name: 'home', newChatKey: 'home' },
      { name: 'support', newChatKey: 'support' },
    ]);
    await expect.element(screen.getByLabelText('Message of new')).toHaveValue('Text of a new chat');
    await expect.element(screen.getByLabelText('Message of home')).toHaveValue('Text of a named chat');
    await expect.element(screen.getByLabelText('Message of support')).toHaveValue('Text of a thread');
  });

  it('an older browser storage leads a named chat back to the thread that it created', async () => {
    const { screen } = await openPage([{ name: 'support', newChatKey: 'support' }]);
    const { thread, messages } = threads.support;
    await expect.element(screen.getByText(`thread: ${thread.id}`)).toBeInTheDocument();
    await expect.element(screen.getByText(`messages: ${messages.length}`)).toBeInTheDocument();
  });

  it('an older browser storage keeps a tool call whose execution had started from being executed again without approval', async () => {
    const { executed, tools } = countedTools();
    const { screen } = await openPage([{ name: 'started', newChatKey: 'started', tools }]);
    await expect.element(screen.getByText('send_mail: interrupted')).toBeInTheDocument();
    expect(executed).toEqual([]);
    await screen.getByText('approve send_mail').click();
    await expect.element(screen.getByText('run: completed')).toBeInTheDocument();
    expect(executed).toEqual(['send_mail']);
  });

  it('an older browser storage submits the output of a finished tool call without executing the call again', async () => {
    const { executed, tools } = countedTools();
    const { client, screen } = await openPage([{ name: 'finished', newChatKey: 'finished', tools }]);
    await expect.element(screen.getByText('get_weather: settled')).toBeInTheDocument();
    await screen.getByText('approve send_mail').click();
    await expect.element(screen.getByText('run: completed')).toBeInTheDocument();
    expect(executed).toEqual(['send_mail']);
    const [run] = threads.finished.runs;
    const { data: steps } = await client.listRunSteps(threads.finished.thread.id, run?.run.id ?? '', {
      order: 'asc',
    });
    expect(steps[0]?.step_details).toMatchObject({
      tool_calls: [
        { function: { name: 'get_weather', output: '{"sky":"rain"}' } },
        { function: { name: 'send_mail', output: 'sent' } },
      ],
    });
    expect(storedKeys().filter((key) => key.includes(run?.run.id ?? ''))).toEqual([]);
  });

  it('an older browser storage is empty after sign-out', async () => {
    const { tools } = countedTools();
    const { screen } = await openPage([
      { name: 'support', newChatKey: 'support' },
      { name: 'started', newChatKey: 'started', tools },
      { name: 'finished', newChatKey: 'finished', tools },
    ]);
    await expect.element(screen.getByText('send_mail: interrupted')).toBeInTheDocument();
    await expect.element(screen.getByText('get_weather: settled')).toBeInTheDocument();
    await screen.getByText('sign out').click();
    await expect.poll(storedKeys).toEqual([]);
  });
});
