import type { SequencedEvent } from '../client/assistants-api.ts';

/** A stream whose first event was taken out to see whether the request went well, made whole again. */
export async function* resumeFrom(
  first: SequencedEvent,
  rest: AsyncIterator<SequencedEvent>,
): AsyncGenerator<SequencedEvent> {
  yield first;
  yield* { [Symbol.asyncIterator]: () => rest };
}
