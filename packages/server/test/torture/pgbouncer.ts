import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, type PostgresProcess, unprivilegedAccount } from '../../src/testing/postgres-process.ts';

/** PgBouncer in transaction mode before a database. */
export interface PgBouncer {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startPgBouncer(database: PostgresProcess): Promise<PgBouncer> {
  const folder = mkdtempSync(join(tmpdir(), 'threadkit-pgbouncer-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const url = new URL(database.url);
  const [user, password] = [url.username, decodeURIComponent(url.password)];
  const users = join(folder, 'users.txt');
  const config = join(folder, 'pgbouncer.ini');
  writeFileSync(users, `"${user}" "${password}"\n`);
  writeFileSync(
    config,
    `[databases]
* = host=127.0.0.1 port=${database.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${users}
pool_mode = transaction
default_pool_size = 12
max_client_conn = 200
server_login_retry = 1
`,
  );
  for (const file of [users, config]) chmodSync(file, 0o644);
  const child = spawn('pgbouncer', [config], {
    ...unprivilegedAccount(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  await new Promise<void>((resolve, reject) => {
    let log = '';
    child.once('error', reject);
    child.stderr.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('process up')) resolve();
    });
    void ended.then(() => reject(new Error(`pgbouncer ended: ${log}`)));
  });
  url.port = String(port);
  return {
    url: url.href,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
