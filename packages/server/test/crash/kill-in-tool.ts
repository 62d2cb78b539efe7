import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ListPage, RunObject, RunStepObject } from '@threadkit/core/api';
import { INTERRUPTED_TEXT } from '@threadkit/core/tools';
import { eventually } from '@threadkit/testing/eventually';
import { expect, it, onTestFinished } from 'vitest';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

const TOOL_SERVER = fileURLToPath(new URL('tool-server.ts', import.meta.url));

/** A database that two processes open, one after the other. */
export interface CrashDatabase {
  /** Connection string, or `sqlite:<file>`. */
  readonly connectionString: string;
  /** Empty where there are none. */
  readonly schema: string;
  /** Ends the leases of a process that was killed, rather than waiting for it. */
  expireLeases(): Promise<void>;
}

interface Aftermath {
  /** Ids of the calls that the tool was executed for, in order. */
  readonly executed: readonly string[];
  readonly callId: string | undefined;
  readonly output: string | null | undefined;
  readonly status: RunStepObject['status'] | undefined;
  /** What the second process printed. */
  readonly log: string;
}

/** Kills a server while it executes a tool, and continues its run with another process. */
async function killInTool(database: CrashDatabase, ...modes: readonly 'idempotent'[]): Promise<Aftermath> {
  const folder = mkdtempSync(join(tmpdir(), 'threadkit-tool-crash-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'calls');
  writeFileSync(file, '');
  const executed = () => readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const { connectionString, schema } = database;

  const first = await start(connectionString, schema, file, 'hang', ...modes);
  const run = await post<RunObject>(`${first.url}/v1/threads/runs`, {
    assistant_id: 'asst_demo',
    thread: { messages: [{ role: 'user', content: 'Pay.' }] },
  });
  await eventually(() => expect(executed(), first.output()).toHaveLength(1));
  first.child.kill('SIGKILL');
  await first.ended;
  await database.expireLeases();

  const second = await start(connectionString, schema, file, ...modes);
  const path = `${second.url}/v1/threads/${run.thread_id}/runs/${run.id}`;
  // Ends with the run.
  expect(await (await fetch(`${path}/events`)).text()).toContain('event: thread.run.completed');
  const steps = (await (await fetch(`${path}/steps?order=asc`)).json()) as ListPage<RunStepObject>;
  const details = steps.data[0]?.step_details;
  const call = details?.type === 'tool_calls' ? details.tool_calls[0] : undefined;
  return {
    executed: executed(),
    callId: call?.id,
    output: call?.type === 'function' ? call.function.output : undefined,
    status: steps.data[0]?.status,
    log: second.output(),
  };
}

async function start(...args: readonly string[]): Promise<ServerProcess> {
  const started = await startServerProcess([process.execPath, TOOL_SERVER, ...args]);
  onTestFinished(async () => {
    started.child.kill('SIGKILL');
    await started.ended;
  });
  return started;
}

async function post<T>(url: string, body: object): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

/** The tests of a server process that is killed while it executes a tool. `open` returns an empty database. */
export function testKillInTool(name: string, open: () => Promise<CrashDatabase>): void {
  it(`on ${name}, a tool that was executed when its process was killed is not executed again, and the model is told`, async () => {
    const { executed, callId, output, status, log } = await killInTool(await open());
    expect(executed).toEqual([callId]);
    expect(output).toBe(JSON.stringify({ error: INTERRUPTED_TEXT }));
    expect(status).toBe('completed');
    expect(log).toContain('tool_interrupted');
  });

  it(`on ${name}, an idempotent tool is executed again after its process was killed`, async () => {
    const { executed, callId, output, log } = await killInTool(await open(), 'idempotent');
    expect(executed).toEqual([callId, callId]);
    expect(output).toBe('paid');
    expect(log).not.toContain('tool_interrupted');
  });
}
