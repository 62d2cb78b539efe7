import { Agent, request } from 'node:http';

export interface Sample {
  readonly runsPerSecond: number;
  readonly firstEventP50Ms: number;
  readonly firstEventP95Ms: number;
}

const BODY = JSON.stringify({
  assistant_id: 'asst_bench',
  stream: true,
  thread: { messages: [{ role: 'user', content: 'tell me about runs' }] },
});

/** Executes runs one after another on each of `streams` connections. Runs in progress at the end count too. */
export async function measure(url: string, streams: number, durationMs: number): Promise<Sample> {
  const agent = new Agent({ keepAlive: true, maxSockets: streams });
  const firstEvents: number[] = [];
  const startedAt = performance.now();
  const connection = async () => {
    while (performance.now() - startedAt < durationMs) {
      const { firstEventMs } = await run(url, agent);
      firstEvents.push(firstEventMs);
    }
  };
  await Promise.all(Array.from({ length: streams }, connection));
  const seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  const sorted = firstEvents.toSorted((a, b) => a - b);
  return {
    runsPerSecond: sorted.length / seconds,
    firstEventP50Ms: quantile(sorted, 0.5),
    firstEventP95Ms: quantile(sorted, 0.95),
  };
}

/** A frame of a recorded run, with its time relative to the first frame. */
export interface TimedFrame {
  readonly text: string;
  readonly atMs: number;
}

export interface Run {
  readonly firstEventMs: number;
  readonly chunks: readonly TimedFrame[];
}

/** Streams one run and reads it to its end. Rejects when it does not end with `done`. */
export function run(url: string, agent?: Agent): Promise<Run> {
  return new Promise((resolve, reject) => {
    const sentAt = performance.now();
    let firstEventMs: number | undefined;
    const chunks: TimedFrame[] = [];
    const sent = request(
      `${url}/v1/threads/runs`,
      {
        method: 'POST',
        ...(agent && { agent }),
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(BODY) },
      },
      (response) => {
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          firstEventMs ??= performance.now() - sentAt;
          chunks.push({ text: chunk, atMs: performance.now() - sentAt - firstEventMs });
        });
        response.on('error', reject);
        response.on('end', () => {
          const last = chunks.at(-1)?.text ?? '';
          if (firstEventMs !== undefined && last.endsWith('event: done\ndata: [DONE]\n\n')) {
            resolve({ firstEventMs, chunks });
          } else
            reject(
              new Error(
                `The stream ended without "done" (status ${response.statusCode}): ${last.slice(-300)}`,
              ),
            );
        });
      },
    );
    sent.on('error', (error: NodeJS.ErrnoException) => {
      // The server closed an idle connection at the moment of its reuse.
      if (sent.reusedSocket && error.code === 'ECONNRESET') run(url, agent).then(resolve, reject);
      else reject(error);
    });
    sent.end(BODY);
  });
}

/** Splits a chunk into frames. A frame split between chunks stays in two parts, which does not matter for the echo. */
export function framesOf({ text, atMs }: TimedFrame): TimedFrame[] {
  return text.split(/(?<=\n\n)/).map((frame) => ({ text: frame, atMs }));
}

function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}
