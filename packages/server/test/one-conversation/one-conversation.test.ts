import { expect, it } from 'vitest';
import { namesOf, withoutRepeats } from '../../src/testing/seen-events.ts';
import { testServer, WEATHER } from '../../src/testing/test-server.ts';
import { openAiSdk } from './ai-sdk-upstream.ts';
import { openChatOnAimock, openResponsesOnAimock } from './aimock-upstream.ts';
import { openAnthropic } from './anthropic-upstream.ts';
import { openChat } from './chat-upstream.ts';
import {
  EVENTS,
  EXECUTED,
  HISTORY,
  JOINED_DELTAS,
  MESSAGES,
  READ,
  STEPS,
  usageOf,
} from './expected-conversation.ts';
import { say, serverTools } from './hold-conversation.ts';
import { joinDeltas, readMessages, readSteps } from './read-conversation.ts';
import { openScripted } from './scripted-upstream.ts';
import type { OpenUpstream } from './upstream.ts';

const UPSTREAMS: readonly (readonly [name: string, open: OpenUpstream])[] = [
  ['scripted', openScripted],
  ['chatCompletions on aimock', openChatOnAimock],
  ['chatCompletions on a provider of this process', openChat],
  ['responses on aimock', openResponsesOnAimock],
  ['aiSdk on a mock model of the AI SDK', openAiSdk],
  ['aiSdk with @ai-sdk/anthropic', openAnthropic],
];

it.each(UPSTREAMS)(
  'a conversation with tools has the same events, messages, steps, usage and prompts as on every other engine: %s',
  async (_name, open) => {
    const executed: string[] = [];
    const upstream = await open();
    const { caller, faults, log } = testServer({ engine: upstream.engine, tools: serverTools(executed) });
    const thread = await caller.ask('thread', 'POST', '/threads', {});

    const streamed = [
      await say(caller, thread.id, 'Hello there.'),
      await say(
        caller,
        thread.id,
        'Where is order 7, and how is the weather in Oslo?',
        { get_weather: 'drizzle' },
        { refund: { decision: 'approve' } },
      ),
      await say(caller, thread.id, 'Refund order 9 as well, and tell me the weather in Bergen.', {
        refund: { decision: 'approve', arguments: { id: '19' } },
        get_weather: 'rain',
      }),
      await say(caller, thread.id, 'And order 10?', { refund: { decision: 'decline', reason: 'Too late.' } }),
    ];
    const started = await caller.ask('run', 'POST', `/threads/${thread.id}/runs`, {
      assistant_id: 'asst_demo',
      additional_messages: [{ role: 'user', content: 'Thank you.' }],
      tools: [WEATHER],
    });
    const runs = [...streamed.map(({ run }) => run), await caller.runIn(started, 'completed')];
    expect([...faults, ...log]).toEqual([]);

    const names = streamed.map(({ streams }) => streams.map((events) => withoutRepeats(namesOf(events))));
    expect(names).toEqual(EVENTS);
    expect(streamed.map(({ streams }) => joinDeltas(streams.flat()))).toEqual(JOINED_DELTAS);
    expect(executed).toEqual(EXECUTED);
    expect(await readMessages(caller, thread.id)).toEqual(MESSAGES);
    expect(await Promise.all(runs.map((run) => readSteps(caller, run)))).toEqual(STEPS);
    expect(runs.map(({ usage }) => usage)).toMatchObject([1, 3, 2, 2, 1].map(usageOf));
    expect(upstream.histories).toEqual(READ.map((items) => HISTORY.slice(0, items)));
  },
);
