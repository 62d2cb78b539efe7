import type OpenAI from 'openai';
import type OpenAI6 from 'openai-6';
import { describe, expectTypeOf, it } from 'vitest';
import type { toRequest } from './responses/to-request.ts';
import { type ResponsesHostedTool, responses } from './responses.ts';

describe('responses', () => {
  it('responses accepts options with a key and with a client', () => {
    expectTypeOf(responses).toBeCallableWith({
      apiKey: 'x',
      baseURL: 'http://localhost:1234/v1',
      model: 'gpt-5-mini',
      reasoning: { summary: 'auto' },
      hostedTools: [{ type: 'web_search' }],
      store: true,
    });
    expectTypeOf(responses).toBeCallableWith({ apiKey: 'x', reasoning: false, hostedTools: undefined });
  });

  it('responses hosts only the tools that a run can tell', () => {
    expectTypeOf<{ type: 'image_generation' }>().not.toExtend<ResponsesHostedTool>();
    expectTypeOf<{ type: 'code_interpreter'; container: string }>().toExtend<ResponsesHostedTool>();
  });

  it('a request has the type of the SDK, and its settings that of the previous major', () => {
    type Request = ReturnType<typeof toRequest>;
    type Field = 'include' | 'text' | 'tool_choice' | 'reasoning' | 'store' | 'stream';
    expectTypeOf<Request>().toExtend<OpenAI.Responses.ResponseCreateParamsStreaming>();
    expectTypeOf<Pick<Request, Field>>().toExtend<
      Pick<OpenAI6.Responses.ResponseCreateParamsStreaming, Field>
    >();
  });
});
