import type { CodeInterpreterOutput, CodeInterpreterToolCall } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { codeArguments, codeOutput } from './code-interpreter-call.ts';

const call = (...outputs: CodeInterpreterOutput[]): CodeInterpreterToolCall => ({
  id: 'call_1',
  type: 'code_interpreter',
  code_interpreter: { input: 'print("1")', outputs },
});

describe('codeOutput', () => {
  it('joins the logs and names the images', () => {
    const done = call(
      { type: 'logs', logs: '1\n' },
      { type: 'image', image: { file_id: 'file-1' } },
      { type: 'logs', logs: '2' },
    );
    expect(JSON.parse(codeOutput(done))).toEqual({
      logs: '1\n2',
      images: ['file-1'],
      note: 'The user sees these images.',
    });
  });

  it('says when nothing was printed', () => {
    expect(codeOutput(call())).toContain('printed nothing');
  });
});

describe('codeArguments', () => {
  it('has the code of the step', () => {
    expect(JSON.parse(codeArguments(call()))).toEqual({ code: 'print("1")' });
  });
});
