import { collectGarbage } from './collect-garbage.ts';
import type { Reader } from './readers.ts';
import type { Recording } from './recording.ts';

/** Returns the speed of a reader in events per second. */
export async function measureSpeed(reader: Reader, recording: Recording): Promise<number> {
  collectGarbage();
  const startedAt = performance.now();
  await readWhole(reader, recording);
  return (recording.eventCount / (performance.now() - startedAt)) * 1000;
}

/** Reads a run to its end. Rejects when the reader does not have the complete response. */
export async function readWhole(reader: Reader, recording: Recording): Promise<void> {
  const { length } = await reader.read(recording);
  if (length === recording.length) return;
  throw new Error(
    `${reader.name} has ${length} of ${recording.length} characters: it did not read the complete run.`,
  );
}
