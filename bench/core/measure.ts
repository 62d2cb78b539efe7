import { collectGarbage } from './collect-garbage.ts';
import type { Reader } from './readers.ts';
import type { Recording } from './recording.ts';

/** Lets a reader take in a run and gives how many events a second that was. */
export async function measureSpeed(reader: Reader, recording: Recording): Promise<number> {
  collectGarbage();
  const startedAt = performance.now();
  await readWhole(reader, recording);
  return (recording.eventCount / (performance.now() - startedAt)) * 1000;
}

/** Rejects when the reader does not have the whole answer in the end. */
export async function readWhole(reader: Reader, recording: Recording): Promise<void> {
  const { length } = await reader.read(recording);
  if (length === recording.length) return;
  throw new Error(
    `${reader.name} has ${length} of ${recording.length} characters: it did not take in the whole run.`,
  );
}
