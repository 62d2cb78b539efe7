import { describe, expect, it } from 'vitest';
import { limitRunOverrides } from './limit-run-overrides.ts';
import { assistantObject } from './objects/assistant-object.ts';

const tool = (name: string, description: string) => ({
  type: 'function' as const,
  function: { name, description },
});
const assistant = assistantObject(
  { model: 'm', tools: [{ type: 'file_search' }, tool('refund', 'ours')] },
  'asst_1',
  1,
);
const USER = { id: 'u', role: 'user' } as const;
const ADMIN = { id: 'a', role: 'admin' } as const;

describe('limitRunOverrides', () => {
  it('an admin is not restricted in overrides of a run', () => {
    const body = { model: 'other', tools: [{ type: 'code_interpreter' as const }] };
    expect(limitRunOverrides(ADMIN, assistant, body)).toBe(body);
  });

  it("an end user's functions are added to the assistant's tools", () => {
    const { tools } = limitRunOverrides(USER, assistant, { tools: [tool('open_map', 'theirs')] });
    expect(tools).toEqual([...assistant.tools, tool('open_map', 'theirs')]);
  });

  it('an assistant keeps its own definition on a name clash, and all of its tools', () => {
    const { tools } = limitRunOverrides(USER, assistant, {
      tools: [tool('refund', 'theirs'), { type: 'file_search' }],
    });
    expect(tools).toEqual(assistant.tools);
  });

  it('hosted tools that the assistant does not have are refused', () => {
    expect(() => limitRunOverrides(USER, assistant, { tools: [{ type: 'code_interpreter' }] })).toThrow(
      /'function' tools only/,
    );
  });

  it.each(['model', 'instructions', 'additional_instructions', 'response_format', 'max_prompt_tokens'])(
    'an end user may not set %s, and null is accepted for it',
    (key) => {
      expect(() => limitRunOverrides(USER, assistant, { [key]: 'x' })).toThrow(`may not set '${key}'`);
      expect(limitRunOverrides(USER, assistant, { [key]: null })).toEqual({ [key]: null });
    },
  );
});
