import { describe, expect, it } from 'vitest';
import type { MessageObject } from '../../api/index.ts';
import { aMessage, aRun } from '../../testing/builders.ts';
import type { TimelineMessage } from '../types.ts';
import { mergeMessages, toRows } from './merge-timeline.ts';

function entry(
  phase: TimelineMessage['phase'],
  message: Partial<MessageObject>,
  key?: string,
): TimelineMessage {
  const whole = aMessage('', message);
  return {
    key: key ?? whole.id,
    id: whole.id || undefined,
    role: whole.role,
    phase,
    message: whole,
    runId: whole.run_id,
  };
}

const stored = (id: string, message: Partial<MessageObject> = {}) => entry('stored', { ...message, id });

describe('mergeMessages', () => {
  it('mergeMessages shows stored messages before local ones', () => {
    const merged = mergeMessages([stored('msg_1')], [entry('live', { id: 'msg_2', status: 'in_progress' })]);
    expect(merged.map(({ id }) => id)).toEqual(['msg_1', 'msg_2']);
  });

  it('mergeMessages shows an id once: a closed stored message replaces the local one', () => {
    const cached = stored('msg_1');
    const merged = mergeMessages([cached], [entry('live', { id: 'msg_1', status: 'in_progress' })]);
    expect(merged).toEqual([cached]);
  });

  it('mergeMessages shows the local message instead of a stored one that was read incomplete', () => {
    const live = entry('live', { id: 'msg_1', status: 'in_progress' });
    expect(mergeMessages([stored('msg_1', { status: 'in_progress' })], [live])).toEqual([live]);
  });

  it('a message without a status counts as stored, as the hosted service sent it', () => {
    const cached = stored('msg_1');
    delete (cached.message as Partial<MessageObject>).status;
    expect(mergeMessages([cached], [entry('live', { id: 'msg_1' })])).toEqual([cached]);
  });

  it('mergeMessages shows a failed message as failed although it is stored', () => {
    const failed = entry('failed', { id: 'msg_1', role: 'user' }, 'key_1');
    expect(mergeMessages([stored('msg_1')], [failed])).toEqual([failed]);
  });
});

describe('toRows', () => {
  const user = (id: string, createdAt: number) =>
    stored(id, { role: 'user', run_id: null, created_at: createdAt });
  const written = (id: string, runId: string, createdAt: number) =>
    stored(id, { run_id: runId, created_at: createdAt });

  it('toRows makes one row of all messages of a run', () => {
    const rows = toRows([user('msg_1', 1), written('msg_2', 'run_1', 2), written('msg_3', 'run_1', 3)], []);
    expect(rows).toEqual([
      { kind: 'message', key: 'msg_1' },
      { kind: 'run', key: 'run_1', runId: 'run_1' },
    ]);
  });

  it('toRows places a run without messages after the message it responded to', () => {
    const failed = aRun({ id: 'run_1', created_at: 2, status: 'failed' });
    const rows = toRows([user('msg_1', 1), user('msg_2', 9)], [failed]);
    expect(rows.map(({ key }) => key)).toEqual(['msg_1', 'run_1', 'msg_2']);
  });

  it('toRows places a run without messages after the messages of the same second', () => {
    const rows = toRows([user('msg_1', 2)], [aRun({ id: 'run_1', created_at: 2 })]);
    expect(rows.map(({ key }) => key)).toEqual(['msg_1', 'run_1']);
  });

  it('toRows places a run without messages before the next question of the same second', () => {
    const silent = aRun({ id: 'run_1', created_at: 2, status: 'failed' });
    const next = [user('msg_1', 2), user('msg_2', 2), written('msg_3', 'run_2', 2)];
    const runs = [silent, aRun({ id: 'run_2', created_at: 2 })];
    expect(toRows(next, runs).map(({ key }) => key)).toEqual(['msg_1', 'run_1', 'msg_2', 'run_2']);
  });

  it('toRows places several runs of one second each after its own question', () => {
    const runs = ['run_1', 'run_2', 'run_3'].map((id) => aRun({ id, created_at: 2, status: 'failed' }));
    const questions = [user('msg_1', 2), user('msg_2', 2), user('msg_3', 2)];
    expect(toRows(questions, runs).map(({ key }) => key)).toEqual([
      'msg_1',
      'run_1',
      'msg_2',
      'run_2',
      'msg_3',
      'run_3',
    ]);
  });

  it.each([
    ['known', ['run_1', 'run_2']],
    ['unknown', ['run_2']],
  ])('toRows places a run without messages after a %s run that responded in the same second', (_, known) => {
    const messages = [user('msg_1', 2), written('msg_2', 'run_1', 2), user('msg_3', 2)];
    const runs = known.map((id) => aRun({ id, created_at: 2 }));
    expect(toRows(messages, runs).map(({ key }) => key)).toEqual(['msg_1', 'run_1', 'msg_3', 'run_2']);
  });

  it('toRows places runs without messages around one that responded in the same second', () => {
    const messages = [user('msg_1', 2), user('msg_2', 2), written('msg_3', 'run_2', 2), user('msg_4', 2)];
    const runs = ['run_1', 'run_2', 'run_3'].map((id) => aRun({ id, created_at: 2 }));
    expect(toRows(messages, runs).map(({ key }) => key)).toEqual([
      'msg_1',
      'run_1',
      'msg_2',
      'run_2',
      'msg_4',
      'run_3',
    ]);
  });

  it('toRows places two runs of the same question after it, in their order', () => {
    const runs = ['run_1', 'run_2'].map((id) => aRun({ id, created_at: 2, status: 'failed' }));
    expect(toRows([user('msg_1', 2)], runs).map(({ key }) => key)).toEqual(['msg_1', 'run_1', 'run_2']);
  });

  it('toRows places a run without messages before unsent messages', () => {
    const sending = entry('sending', { id: '', role: 'user', run_id: null, created_at: 2 }, 'key_1');
    const rows = toRows(
      [user('msg_1', 2), sending],
      [aRun({ id: 'run_1', created_at: 2, status: 'failed' })],
    );
    expect(rows.map(({ key }) => key)).toEqual(['msg_1', 'run_1', 'key_1']);
  });

  it('toRows places a run without messages after a history created in the same second', () => {
    const history = [user('msg_1', 2), user('msg_2', 2), user('msg_3', 2)];
    const rows = toRows(history, [aRun({ id: 'run_1', created_at: 2 })]);
    expect(rows.at(-1)?.key).toBe('run_1');
  });
});
