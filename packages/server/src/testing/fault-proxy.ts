import { connect, createServer, type Socket } from 'node:net';

export type CutTime = 'before' | 'after' | 'late';

/** A TCP proxy before a database, which loses connections when a test says so. */
export interface FaultProxy {
  readonly port: number;
  /**
   * Loses the connection of the next client that sends `text`: `before` the database gets it, `after` it has responded, or with
   * `late` before the database gets it, which it does by `deliverLate`.
   */
  cutNext(text: string, when: CutTime): void;
  /** Resolves when the database has responded to what was held back. */
  deliverLate(): Promise<void>;
  /** Loses all connections. */
  cutAll(): void;
  /** Refuses new connections while set. */
  isDown: boolean;
  /** Drops what is sent while set, and leaves the connections open, as a machine does that is gone. */
  isSilent: boolean;
  /** How often a connection was lost by `cutNext`. */
  readonly cuts: number;
  /** How many connections were refused. */
  readonly refused: number;
  close(): Promise<void>;
}

export async function createFaultProxy(targetPort: number): Promise<FaultProxy> {
  const sockets = new Set<Socket>();
  let next: { readonly text: string; readonly when: CutTime } | undefined;
  let isDown = false;
  let isSilent = false;
  let cuts = 0;
  let refused = 0;
  let deliver: (() => Promise<void>) | undefined;
  const server = createServer((client) => {
    if (isDown) {
      refused += 1;
      client.destroy();
      return;
    }
    const database = connect(targetPort, '127.0.0.1');
    const lose = () => {
      client.destroy();
      database.destroy();
    };
    let isCut = false;
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(socket);
          lose();
        });
    }
    client.on('data', (chunk) => {
      if (isSilent) return;
      if (next && chunk.includes(next.text)) {
        const { when } = next;
        next = undefined;
        cuts += 1;
        if (when === 'before') return lose();
        isCut = true;
        if (when === 'late') {
          database.removeAllListeners('data');
          deliver = () =>
            new Promise((resolve) => {
              database.once('data', () => {
                database.destroy();
                resolve();
              });
              database.write(chunk);
            });
          client.removeAllListeners('close').destroy();
          return;
        }
      }
      database.write(chunk);
    });
    database.on('data', (chunk) => {
      if (isSilent) return;
      if (isCut) lose();
      else client.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cutNext(text, when) {
      next = { text, when };
    },
    async deliverLate() {
      await deliver?.();
    },
    cutAll() {
      for (const socket of sockets) socket.destroy();
    },
    get isDown() {
      return isDown;
    },
    set isDown(down) {
      isDown = down;
    },
    get isSilent() {
      return isSilent;
    },
    set isSilent(silent) {
      isSilent = silent;
    },
    get refused() {
      return refused;
    },
    get cuts() {
      return cuts;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
