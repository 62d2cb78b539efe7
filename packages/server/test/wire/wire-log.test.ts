import type { StreamEvent } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { testServer, WEATHER } from '../../src/testing/test-server.ts';
import { RESPONSES } from './responses.ts';
import { createStreamRules } from './stream-rules.ts';
import { createWireLog } from './wire-log.ts';

// The other tests rely on these checks, so each check is shown to fail here.

async function collectEvents(content: string, tools: readonly unknown[] = []): Promise<StreamEvent[]> {
  const { caller } = testServer();
  const thread = await caller.newThread(content);
  const body = { assistant_id: 'asst_demo', stream: true, tools };
  const events = await caller.stream('POST', `/threads/${thread.id}/runs`, body);
  return events.map(({ seq: _seq, ...event }) => event);
}

function problemsOf(events: readonly StreamEvent[]): string[] {
  const problems: string[] = [];
  const rules = createStreamRules('creation', (problem) => problems.push(problem));
  for (const event of events) rules.addEvent(event);
  rules.end();
  return problems;
}

const without = (events: readonly StreamEvent[], name: string) => {
  const index = events.findIndex(({ event }) => event === name);
  return events.toSpliced(index, 1);
};

describe('the rules of a stream', () => {
  it('the stream rules accept a plain response and a tool round', async () => {
    expect(problemsOf(await collectEvents('tell me about runs'))).toEqual([]);
    expect(problemsOf(await collectEvents('weather?', [WEATHER]))).toEqual([]);
  });

  it.each([
    ['thread.run.created', 'began with thread.run.queued'],
    ['thread.run.step.created', 'begins outside of its step'],
    ['thread.message.created', 'message created and in_progress differ'],
    ['thread.message.delta', 'differ from the completed message'],
    ['thread.message.completed', 'while its message is open'],
    ['thread.run.step.completed', 'with work left open'],
    ['thread.run.completed', 'done after thread.run.step.completed'],
  ])('the stream rules detect a missing %s', async (name, words) => {
    const problems = problemsOf(without(await collectEvents('tell me about runs'), name));
    expect(problems.join('\n')).toContain(words);
  });

  it('the stream rules detect missing arguments', async () => {
    const problems = problemsOf(without(await collectEvents('weather?', [WEATHER]), 'thread.run.step.delta'));
    expect(problems).toContain('the calls of requires_action are not those that were streamed');
  });

  it('the stream rules detect duplicate events and events after the terminal one', async () => {
    const events = await collectEvents('hello');
    const step = events.find(({ event }) => event === 'thread.run.step.created');
    const end = events.at(-1);
    if (!step || !end) throw new Error('The stream has neither step nor end.');
    expect(problemsOf([...events, end])).toContain(`${end.event} after the terminal event`);
    const twice = events.flatMap((event) => (event === step ? [event, event] : [event]));
    expect(problemsOf(twice).join('\n')).toMatch(/step_\w+ begins twice/);
  });
});

describe('the schemas of responses', () => {
  it.each(['object', 'metadata', 'expires_at', 'usage', 'parallel_tool_calls'])(
    'the response schemas detect a run without the key %s, or with an unknown key',
    async (key) => {
      const run = (await collectEvents('hello')).at(-1)?.data;
      expect(RESPONSES.getRun.safeParse(run).success).toBe(true);
      const { [key]: _, ...rest } = run as unknown as Record<string, unknown>;
      expect(RESPONSES.getRun.safeParse(rest).success).toBe(false);
      expect(RESPONSES.getRun.safeParse({ ...run, color: 'red' }).success).toBe(false);
    },
  );

  it('the response schemas detect an error without all four keys, and one with internal details', () => {
    const log = createWireLog();
    const url = 'http://server.test/v1/threads';
    const error = { message: 'No.', type: 'invalid_request_error', param: null, code: null };
    const add = (value: object) => log.addResponse('POST', url, 400, JSON.stringify({ error: value }));
    add(error);
    expect(log.problems).toEqual([]);
    const { code: _, ...three } = error;
    add(three);
    add({ ...error, message: 'Error: x\n    at run (/srv/server.ts:12:3)' });
    expect(log.problems).toHaveLength(2);
  });
});
