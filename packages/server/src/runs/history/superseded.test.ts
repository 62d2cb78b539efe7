import { type MessageObject, SUPERSEDED_BY_KEY } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { newMessage } from '../new-message.ts';
import { modelCallsOfRun } from './model-calls-of-run.ts';
import { abandonedMessages } from './superseded.ts';

const written = (id: string, change: Partial<MessageObject>): MessageObject => ({
  ...newMessage({ role: 'assistant', content: id }, { id, threadId: 'thread_1', at: 1 }),
  run_id: 'run_1',
  ...change,
});
const unfinished = { incomplete_details: { reason: 'run_failed' } } as const;
const marked = (by: string) => ({ ...unfinished, metadata: { [SUPERSEDED_BY_KEY]: by } });

describe('abandonedMessages', () => {
  it.each(['msg_none', 'msg_half', ''])(
    'an unfinished message with a mark of a client that names "%s" is abandoned',
    (by) => {
      expect(abandonedMessages([written('msg_half', marked(by))], []).map(({ id }) => id)).toEqual([
        'msg_half',
      ]);
    },
  );

  it('a superseded message is not abandoned, even if its replacement is unfinished too', () => {
    const messages = [written('msg_1', marked('msg_2')), written('msg_2', unfinished)];
    expect(abandonedMessages(messages, []).map(({ id }) => id)).toEqual(['msg_2']);
  });
});

describe('modelCallsOfRun', () => {
  it.each([
    ['leaves out a message that another message of the run replaced', 'msg_2', ['msg_2']],
    ['includes a message whose mark names an unknown message', 'msg_none', ['msg_1', 'msg_2']],
  ])('modelCallsOfRun %s', (_claim, by, included) => {
    const steps = ['msg_1', 'msg_2'].map((message_id) => ({
      id: `step_${message_id}`,
      status: 'completed',
      step_details: { type: 'message_creation', message_creation: { message_id } },
    }));
    const messages = [written('msg_1', marked(by)), written('msg_2', {})];
    const { rest } = modelCallsOfRun(messages, steps as unknown as Parameters<typeof modelCallsOfRun>[1]);
    expect(rest.map((part) => part.type === 'text' && part.text.value)).toEqual(included);
  });
});
