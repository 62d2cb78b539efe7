import fc from 'fast-check';
import { encodeCalls } from './encode-calls.ts';
import type { WildResponse } from './wild-responses.ts';

/** A chunk as sent by a server, with the text it carries. */
export interface WireChunk {
  readonly json: string;
  readonly text: string;
  readonly isEnd?: boolean;
}

const choice = (fields: object): object => ({
  id: 'c',
  choices: [{ index: 0, finish_reason: null, ...fields }],
});

/** Encodings of a piece of text. */
const TEXT_DELTAS: readonly ((text: string) => object)[] = [
  (content) => choice({ delta: { content } }),
  (content) => choice({ delta: { role: 'assistant', content, refusal: null, tool_calls: null } }),
  (content) => choice({ delta: { content: [{ type: 'text', text: content }] } }),
  (content) => choice({ delta: { content: ['', content] } }),
  (content) => choice({ message: { role: 'assistant', content } }),
  (content) => ({ choices: { index: 0, delta: { content } }, error: null, usage: null }),
];

/** Data without content. */
const NOISE = [
  'null',
  '7',
  '"keepalive"',
  '{}',
  'no JSON',
  '{"id":"c"}',
  '{"choices":null}',
  '{"choices":[]}',
  JSON.stringify(choice({ delta: null })),
  JSON.stringify(choice({})),
  JSON.stringify(choice({ content_filter_results: {} })),
  JSON.stringify(choice({ delta: { tool_calls: [{}, null] } })),
  JSON.stringify(
    choice({ delta: { tool_calls: [{ index: 0, id: '', function: { name: '', arguments: '' } }] } }),
  ),
  '{"choices":[],"usage":{"prompt_tokens":"05","completion_tokens":null,"total_tokens":-3}}',
];

const TEXT_ENDS = ['stop', 'STOP', 'eos', 'end_turn'];
const CALL_ENDS = ['tool_calls', 'stop', 'function_call', 'tool_use'];

/** The response as the chunks of one of many server dialects. */
export function wireChunks({ pieces, calls }: WildResponse): fc.Arbitrary<readonly WireChunk[]> {
  const texts = fc.tuple(
    ...pieces.map((text) =>
      fc
        .constantFrom(...TEXT_DELTAS)
        .map((write): WireChunk => ({ json: JSON.stringify(write(text)), text })),
    ),
  );
  const called = encodeCalls(calls).map((deltas) =>
    deltas.map((delta): WireChunk => ({ json: JSON.stringify(choice({ delta })), text: '' })),
  );
  const end = fc
    .tuple(
      fc.constantFrom(...(calls.length > 0 ? CALL_ENDS : TEXT_ENDS)),
      fc.constantFrom<object>({ delta: {} }, { delta: null }, {}, { delta: { content: '' } }),
    )
    .map(([reason, fields]): WireChunk => {
      return { json: JSON.stringify(choice({ ...fields, finish_reason: reason })), text: '', isEnd: true };
    });
  return fc
    .tuple(texts, called, end)
    .chain(([parts, toolCalls, last]) => withNoise([...parts, ...toolCalls, last]));
}

function withNoise(chunks: readonly WireChunk[]): fc.Arbitrary<readonly WireChunk[]> {
  const noise = fc.option(fc.constantFrom(...NOISE), { freq: 3 });
  return fc.array(noise, { minLength: chunks.length + 1, maxLength: chunks.length + 1 }).map((between) =>
    between.flatMap((json, at): WireChunk[] => {
      const chunk = chunks[at];
      return [...(json === null ? [] : [{ json, text: '' }]), ...(chunk ? [chunk] : [])];
    }),
  );
}

/** The response as the body of a server that does not stream. */
export function wholeCompletion({ pieces, calls }: WildResponse): string {
  const toolCalls = calls.map((call, index) => ({ id: `c${index}`, type: 'function', function: call }));
  const message = {
    role: 'assistant',
    content: pieces.join(''),
    ...(toolCalls.length > 0 && { tool_calls: toolCalls }),
  };
  const reason = toolCalls.length > 0 ? 'tool_calls' : 'stop';
  return JSON.stringify({
    object: 'chat.completion',
    choices: [{ index: 0, message, finish_reason: reason }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  });
}
