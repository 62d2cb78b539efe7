import {
  createClient,
  createThreadController,
  EMPTY_RUN_STATE,
  type MessageObject,
  reduceEvent,
} from '@threadkit/core';
import OpenAI from 'openai';
import OpenAI6 from 'openai-6';
import { inProcess } from './in-process.ts';
import type { Recording } from './recording.ts';
import { toBody } from './wire.ts';

/** An implementation that reads a run. */
export interface Reader {
  readonly name: string;
  /** Reads a run to its end. `length` is the length of the response's text; `state` retains the result for the memory test. */
  read(recording: Recording): Promise<Outcome>;
}

export interface Outcome {
  readonly length: number;
  readonly state: unknown;
}

const BASE_URL = 'http://in-process/v1';

/** The lower bound: splits frames, parses JSON and appends the text, without any check. */
export const floor: Reader = {
  name: 'floor',
  async read({ chunks }) {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of toBody(chunks())) {
      const frames = decoder.decode(chunk, { stream: true }).split('\n\n');
      for (const frame of frames) {
        const data = frame.slice(frame.indexOf('data: ') + 6);
        if (!frame.includes('event: thread.')) continue;
        const event = JSON.parse(data) as {
          object: string;
          delta?: { content: [{ text: { value: string } }] };
        };
        if (event.object === 'thread.message.delta') text += event.delta?.content[0].text.value;
      }
    }
    return { length: text.length, state: text };
  },
};

export const clientReader: Reader = {
  name: 'client: bytes to events',
  async read({ chunks }) {
    const client = createClient({ baseURL: BASE_URL, fetch: inProcess(() => toBody(chunks())) });
    let length = 0;
    for await (const event of client.streamRun('thread_1', { assistant_id: 'asst_1' })) {
      if (event.event === 'thread.message.completed') length = lengthOf(event.data);
    }
    return { length, state: client };
  },
};

export const reducerReader: Reader = {
  name: 'reducer: events to state',
  async read({ events }) {
    let state = EMPTY_RUN_STATE;
    for (const event of events()) state = reduceEvent(state, event);
    return { length: lengthOf(state.messages[0]), state };
  },
};

/** The complete path: sends a message and follows its run, with one subscriber that reads a snapshot per frame, as a page does. */
export const controllerReader: Reader = {
  name: 'controller: bytes to snapshots',
  async read({ chunks }) {
    let flush: (() => void) | undefined;
    const frame = (): void => {
      const due = flush;
      flush = undefined;
      due?.();
    };
    const client = createClient({ baseURL: BASE_URL, fetch: inProcess(() => toBody(chunks(), frame)) });
    const controller = createThreadController({
      client,
      threadId: 'thread_1',
      assistantId: 'asst_1',
      environment: {
        schedule: (run) => {
          flush = run;
        },
      },
    });
    await new Promise<void>((resolve) => {
      controller.subscribe(() => {
        if (controller.getSnapshot().status === 'completed') resolve();
      });
      void controller.send('Go on.');
    });
    controller.dispose();
    return { length: lengthOf(controller.getSnapshot().localMessages.at(-1)?.message), state: controller };
  },
};

/** `AssistantStream` of the official SDK, with one `textDelta` listener. */
function sdkReader(name: string, sdk: typeof OpenAI): Reader {
  return {
    name,
    async read({ chunks }) {
      const fetch = inProcess(() => toBody(chunks()));
      const client = new sdk({
        apiKey: 'none',
        baseURL: BASE_URL,
        fetch: (input, init) => fetch(new Request(input, init)),
      });
      let length = 0;
      const stream = client.beta.threads.runs
        .stream('thread_1', { assistant_id: 'asst_1' })
        .on('textDelta', (_delta, whole) => {
          length = whole.value.length;
        });
      await stream.done();
      return { length, state: stream };
    },
  };
}

export const sdkReaders: readonly Reader[] = [
  sdkReader('openai 7 AssistantStream', OpenAI),
  // Typed against the newer major. The older one has the same methods at run time.
  sdkReader('openai 6 AssistantStream', OpenAI6 as unknown as typeof OpenAI),
];

function lengthOf(message: MessageObject | undefined): number {
  const part = message?.content[0];
  return part?.type === 'text' ? part.text.value.length : 0;
}
