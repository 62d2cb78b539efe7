import type { MessageContentPart } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import type { EngineMessage } from '../engine.ts';
import { type KeptItem, keepItems } from './kept-items.ts';
import { toInput } from './to-input.ts';

const part = (value: string): MessageContentPart => ({ type: 'text', text: { value, annotations: [] } });
const REASONING: KeptItem = {
  type: 'reasoning',
  item: { type: 'reasoning', id: 'rs_1', summary: [], encrypted_content: 'x' },
};
const message = (parts: number): KeptItem => ({ type: 'message', parts, phase: undefined });

function modelCall(kept: readonly KeptItem[], ...content: readonly MessageContentPart[]): EngineMessage {
  const value = keepItems('m', kept);
  return {
    role: 'assistant',
    content,
    toolCalls: [{ id: 'call_1', name: 'f', arguments: '{}' }],
    ...(value && { private: value }),
  };
}

/** The input as types and texts. */
const inputOf = (model: string, ...messages: readonly EngineMessage[]) =>
  toInput({ model, messages }, new Map()).map((item) =>
    'role' in item ? item.content : 'type' in item && item.type,
  );

describe('toInput', () => {
  it('texts are put where the model wrote them', () => {
    const kept = [message(1), REASONING, message(2), { type: 'call', index: 0 } as const];
    expect(inputOf('m', modelCall(kept, part('a'), part('b'), part('c')))).toEqual([
      'a',
      'reasoning',
      'b\nc',
      'function_call',
    ]);
  });

  it('texts that do not match what was kept are put where the first one was', () => {
    const kept = [REASONING, message(1), message(1), { type: 'call', index: 0 } as const];
    expect(inputOf('m', modelCall(kept, part('a')))).toEqual(['reasoning', 'a', 'function_call']);
    const noMessage = [REASONING, { type: 'call', index: 0 } as const];
    expect(inputOf('m', modelCall(noMessage, part('a')))).toEqual(['reasoning', 'a', 'function_call']);
  });

  it('a call that was not kept follows the others', () => {
    expect(inputOf('m', modelCall([REASONING], part('a')))).toEqual(['reasoning', 'function_call']);
  });

  it('reasoning of another model is not sent', () => {
    const kept = [REASONING, { type: 'call', index: 0 } as const];
    expect(inputOf('other', modelCall(kept))).toEqual(['function_call']);
  });

  it('data of another form is ignored', () => {
    const other = {
      model: 'm',
      members: { items: [null, 7, { type: 'reasoning' }, { type: 'hosted' }, { type: 'moon' }] },
    };
    const forged: EngineMessage = { ...modelCall([]), private: other } as EngineMessage;
    expect(inputOf('m', forged)).toEqual(['function_call']);
  });

  it('messages without text are left out, and adjacent user messages are one', () => {
    const user = (value: string): EngineMessage => ({ role: 'user', content: [part(value)] });
    const empty: EngineMessage = { role: 'assistant', content: [part('')] };
    expect(inputOf('m', user('a'), user('b'), empty, user('c'))).toEqual(['a\n\nb', 'c']);
  });
});
