import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Cluster, startCluster } from './cluster.ts';
import { reportRow } from './report-row.ts';
import { torture } from './torture.ts';
import { playRun } from './torture-client.ts';

const LEASE_MS = 1500;

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'threadkit-sqlite-faults-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A file system of its own; undefined when this account may not mount one. */
function mountSmallDisk(size: string): string | undefined {
  const folder = newFolder();
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status !== 0)
    return undefined;
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  return folder;
}

const remount = (folder: string, options: string) =>
  spawnSync('mount', ['-o', `remount,${options}`, folder]).status;

async function serverOn(file: string): Promise<Cluster> {
  const cluster = await startCluster({
    servers: 1,
    args: [`sqlite:${file}`, '', String(LEASE_MS), '0'],
  });
  onTestFinished(() => cluster.stop());
  return cluster;
}

function integrityOf(file: string): unknown {
  const database = new DatabaseSync(file);
  const row = database.prepare('PRAGMA integrity_check').get();
  database.close();
  return row?.['integrity_check'];
}

describe('a server on a SQLite file', { timeout: 180_000 }, () => {
  it('a full disk is logged with its cause, and all runs end once there is space', async ({ skip }) => {
    const folder = mountSmallDisk('1m');
    if (folder === undefined) skip('this account may not mount a file system');
    const file = join(folder ?? '', 'threads.sqlite');
    const cluster = await serverOn(file);
    let started = 0;
    const runs: Promise<unknown>[] = [];
    // Requests and streams that fail are tried again.
    while (!cluster.outputOf(0).includes('is full')) {
      started += 1;
      const run = playRun(`full ${started}`, cluster.anyUrl, () => {});
      runs.push(run);
      await Promise.race([run, new Promise((resolve) => setTimeout(resolve, 2000))]);
    }
    expect(cluster.outputOf(0)).toContain(`The disk of the database ${file} is full. Free some space.`);
    expect(remount(folder ?? '', 'size=64m')).toBe(0);
    const statuses = (await Promise.all(runs)).map((run) => (run as { status: string }).status);
    expect(new Set(statuses)).toEqual(new Set(['completed']));
    await playRun('after', cluster.anyUrl, () => {});
    await cluster.stop();
    expect(integrityOf(file)).toBe('ok');
    reportRow({
      scenario: 'SQLite: disk full',
      extent: `${started} runs on 1 MB, then more space`,
      result: 'the log names the disk, all runs completed, integrity ok',
    });
  });

  it('a file that may not be written is refused with a remedy', async ({ skip }) => {
    const folder = mountSmallDisk('4m');
    if (folder === undefined) skip('this account may not mount a file system');
    const file = join(folder ?? '', 'threads.sqlite');
    const first = await serverOn(file);
    await playRun('before', first.anyUrl, () => {});
    await first.stop();
    expect(remount(folder ?? '', 'ro')).toBe(0);
    await expect(serverOn(file)).rejects.toThrow(
      /threads\.sqlite (?:is read-only|may not be written|cannot be opened)/,
    );
    expect(remount(folder ?? '', 'rw')).toBe(0);
    const again = await serverOn(file);
    await playRun('after', again.anyUrl, () => {});
    reportRow({
      scenario: 'SQLite: read-only file',
      extent: 'start on a read-only file system',
      result: 'refused with a remedy; serves again when it is writable',
    });
  });

  it('a garbled write-ahead log costs at most its last commits', async () => {
    const file = join(newFolder(), 'threads.sqlite');
    const first = await serverOn(file);
    const report = await torture({ cluster: first, runs: 20, parallel: 5, faults: [] });
    expect(report.problems).toEqual([]);
    await first.stop();
    const log = `${file}-wal`;
    const { size } = statSync(log);
    const handle = openSync(log, 'r+');
    // What was written before it is valid.
    writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, Math.floor(size * 0.05));
    closeSync(handle);
    const second = await serverOn(file);
    await playRun('after', second.anyUrl, () => {});
    const response = await fetch(`${second.anyUrl()}/v1/threads?limit=100`);
    const { data } = (await response.json()) as { data: { id: string }[] };
    expect(data.length).toBeGreaterThan(1);
    for (const { id } of data) {
      const runs = await fetch(`${second.anyUrl()}/v1/threads/${id}/runs`);
      const page = (await runs.json()) as { data: { status: string }[] };
      expect(page.data.every(({ status }) => status !== 'failed')).toBe(true);
    }
    await second.stop();
    expect(integrityOf(file)).toBe('ok');
    reportRow({
      scenario: 'SQLite: garbled write-ahead log',
      extent: '4 KB of it overwritten after a kill',
      result: `opens with ${data.length - 1} of 20 threads, serves, integrity ok`,
    });
  });
});
