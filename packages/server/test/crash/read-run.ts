import type { RunObject } from '@threadkit/core/api';
import type { SeenFrame } from './ledger.ts';

/** Reads a run's events up to its end or next pause and records each; returns the run of the last run event. */
export async function readRun(
  response: Response,
  onFrame: (frame: SeenFrame, run: RunObject | undefined) => void,
  knownRunId = '',
): Promise<RunObject | undefined> {
  if (!response.body) throw new Error('The response has no body.');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let run: RunObject | undefined;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return run;
    const frames = (rest + value).split('\n\n');
    rest = frames.pop() ?? '';
    for (const frame of frames) {
      const [, seq, event, data] = /^id: (\d+)\nevent: (\S+)\ndata: (.*)$/.exec(frame) ?? [];
      if (event === undefined || data === undefined) continue;
      const runData = /^thread\.run\.\w+$/.test(event) ? (JSON.parse(data) as RunObject) : undefined;
      run = runData ?? run;
      onFrame({ runId: run?.id ?? knownRunId, seq: Number(seq), data }, runData);
      if (event === 'thread.run.requires_action') {
        // A replay would continue and wait.
        await reader.cancel();
        return run;
      }
    }
  }
}
