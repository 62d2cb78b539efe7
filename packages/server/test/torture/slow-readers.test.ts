import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunObject, ThreadObject } from '@threadkit/core/api';
import { expect, it, onTestFinished } from 'vitest';
import { startCluster } from './cluster.ts';
import { reportRow } from './report-row.ts';
import { listAll, playRun } from './torture-client.ts';

/** `TORTURE_STREAMS=1000` opens that many. */
const STREAMS = Number(process.env['TORTURE_STREAMS'] ?? 200);
/** What one may cost: its response as events, as text, and garbage that is not collected yet. */
const MAX_COPIES = 3;

const BODY = JSON.stringify({
  assistant_id: 'asst_demo',
  stream: true,
  thread: { messages: [{ role: 'user', content: '/long 10000' }] },
});

/** Starts a run and does not read its stream. */
function startWithoutReading(url: string): Promise<Socket> {
  const { hostname, port, host } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    socket.once('error', reject).pause();
    socket.write(
      `POST /v1/threads/runs HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(BODY)}\r\n\r\n${BODY}`,
      () => {
        socket.on('error', () => {});
        resolve(socket);
      },
    );
  });
}

/** Resident memory of a process. */
function memoryOf(pid: number | undefined): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

it.skipIf(!existsSync('/proc/self/status'))(
  'readers that do not read cost a bounded amount of memory, and no other reader waits for them',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'threadkit-slow-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const cluster = await startCluster({
      servers: 1,
      args: [`sqlite:${join(folder, 'threads.sqlite')}`, '', '30000', '0'],
    });
    onTestFinished(() => cluster.stop());
    await playRun('warm', cluster.anyUrl, () => {});
    const before = memoryOf(cluster.pidOf(0));
    const sockets: Socket[] = [];
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
    });
    let most = before;
    for (let index = 0; index < STREAMS; index += 1) {
      sockets.push(await startWithoutReading(cluster.anyUrl()));
      most = Math.max(most, memoryOf(cluster.pidOf(0)));
    }
    const startedAt = performance.now();
    await playRun('beside', cluster.anyUrl, () => {});
    const beside = performance.now() - startedAt;
    // All runs end although nobody reads.
    const threads = await listAll<ThreadObject>(cluster.anyUrl, '/threads');
    for (const { id } of threads) {
      await expect
        .poll(
          async () => {
            most = Math.max(most, memoryOf(cluster.pidOf(0)));
            const [run] = await listAll<RunObject>(cluster.anyUrl, `/threads/${id}/runs`);
            return run?.status;
          },
          { interval: 100, timeout: 120_000 },
        )
        .toBe('completed');
    }
    expect(threads.length).toBe(STREAMS + 2);
    const [run] = await listAll<RunObject>(cluster.anyUrl, `/threads/${threads[1]?.id}/runs`);
    const events = await fetch(`${cluster.anyUrl()}/v1/threads/${run?.thread_id}/runs/${run?.id}/events`);
    const bytes = (await events.text()).length;
    expect(most - before).toBeLessThan(300_000_000 + STREAMS * bytes * MAX_COPIES);
    reportRow({
      scenario: 'SQLite: readers that do not read',
      extent: `${STREAMS} streams of ${Math.round(bytes / 1000)} KB each`,
      result: `${Math.round((most - before) / 1e6)} MB more at most; all runs completed; a run beside them took ${Math.round(beside)} ms`,
    });
  },
  600_000,
);
