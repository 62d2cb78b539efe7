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

/** Runs one after the other on each of `streams` connections, for so long. Runs under way at the end count too. */
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

export interface Run {
  readonly firstEventMs: number;
  readonly text: string;
}

/** One streamed run, read to its end. Rejects when it does not end with `done`. */
export function run(url: string, agent?: Agent): Promise<Run> {
  return new Promise((resolve, reject) => {
    const sentAt = performance.now();
    let firstEventMs: number | undefined;
    let text = '';
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
          text += chunk;
        });
        response.on('error', reject);
        response.on('end', () => {
          if (firstEventMs !== undefined && text.endsWith('event: done\ndata: [DONE]\n\n')) {
            resolve({ firstEventMs, text });
          } else reject(new Error(`The run broke off with ${response.statusCode}: ${text.slice(-300)}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(BODY);
  });
}

function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}
