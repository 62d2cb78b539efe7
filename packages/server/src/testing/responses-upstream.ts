import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type OpenAI from 'openai';
import { onTestFinished } from 'vitest';

export type ResponsesRequest = OpenAI.Responses.ResponseCreateParamsStreaming;
export type InputItem = OpenAI.Responses.ResponseInputItem;
/** An item of the output; the tests also send what the types exclude. */
export type UpstreamItem = { readonly type: string } & Readonly<Record<string, unknown>>;

/** What the upstream sends: items, or a response of the test's own. */
export type UpstreamAnswer =
  | { readonly output: readonly UpstreamItem[]; readonly incomplete?: string }
  | { readonly events: readonly object[] }
  | ((response: ServerResponse) => void);

export interface ResponsesUpstream {
  readonly baseURL: string;
  readonly requests: readonly ResponsesRequest[];
  /** Resolves when the client has closed the connection of a response. */
  readonly closed: Promise<void>;
}

export const UPSTREAM_USAGE = {
  input_tokens: 7,
  input_tokens_details: { cached_tokens: 4 },
  output_tokens: 3,
  output_tokens_details: { reasoning_tokens: 2 },
  total_tokens: 10,
};

/**
 * A server on a local port with the Responses API, as a stream of events. Refuses histories that the hosted API refuses:
 * outputs without their call, calls without their output, and reasoning without the item that it led to.
 */
export async function startResponsesUpstream(
  answer: (request: ResponsesRequest, count: number) => UpstreamAnswer,
): Promise<ResponsesUpstream> {
  const requests: ResponsesRequest[] = [];
  let close = () => {};
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  const http = createServer((request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) close();
    });
    void text(request).then((json) => {
      if (request.url !== '/v1/responses') return refuse(response, 404, `No route ${request.url}.`);
      const body = JSON.parse(json) as ResponsesRequest;
      const problem = problemOf(Array.isArray(body.input) ? body.input : []);
      if (problem !== undefined) return refuse(response, 400, problem);
      requests.push(body);
      const answered = answer(body, requests.length - 1);
      if (typeof answered === 'function') return answered(response);
      const events = 'events' in answered ? answered.events : eventsOf(answered.output, answered.incomplete);
      response.writeHead(200, { 'content-type': 'text/event-stream' }).end(toStream(events));
    });
  }).listen(0, '127.0.0.1');
  await once(http, 'listening');
  onTestFinished(() => {
    http.closeAllConnections();
    http.close();
  });
  const { port } = http.address() as AddressInfo;
  return { baseURL: `http://127.0.0.1:${port}/v1`, requests, closed };
}

function refuse(response: ServerResponse, status: number, message: string): void {
  const error = { message, type: 'invalid_request_error', param: 'input', code: null };
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error }));
}

function problemOf(input: readonly InputItem[]): string | undefined {
  const calls = new Set<string>();
  const outputs = new Set<string>();
  for (const [index, item] of input.entries()) {
    const type = 'type' in item ? item.type : 'message';
    const next = input[index + 1];
    if (type === 'reasoning' && (!next || ('role' in next && next.role === 'user'))) {
      return 'A reasoning item was provided without its required following item.';
    }
    if ('type' in item && item.type === 'function_call') calls.add(item.call_id ?? '');
    if ('type' in item && item.type === 'function_call_output') {
      const id = item.call_id ?? '';
      if (!calls.has(id)) return `No tool call found for function call output ${id}.`;
      outputs.add(id);
    }
  }
  const open = [...calls].find((id) => !outputs.has(id));
  return open === undefined ? undefined : `No tool output found for function call ${open}.`;
}

export function toStream(events: readonly object[]): string {
  return events
    .map((event, index) => {
      const name = 'type' in event ? `event: ${String(event.type)}\n` : '';
      return `${name}data: ${JSON.stringify({ sequence_number: index, ...event })}\n\n`;
    })
    .join('');
}

/** The events of a whole response. Texts are sent in pieces of four characters. */
export function eventsOf(output: readonly UpstreamItem[], incomplete?: string): object[] {
  const items = output.map((item, index) => ({ id: `item_${index}`, status: 'completed', ...item }));
  const head = { id: 'resp_1', object: 'response', created_at: 1, model: 'm', error: null };
  const status = incomplete === undefined ? 'completed' : 'incomplete';
  return [
    { type: 'response.created', response: { ...head, status: 'in_progress', output: [], usage: null } },
    { type: 'response.in_progress', response: { ...head, status: 'in_progress', output: [], usage: null } },
    ...items.flatMap((item, index) => itemEvents(item, index)),
    {
      type: `response.${status}`,
      response: {
        ...head,
        status,
        incomplete_details: incomplete === undefined ? null : { reason: incomplete },
        output: items,
        usage: UPSTREAM_USAGE,
      },
    },
  ];
}

type WholeItem = UpstreamItem & { readonly id: string };

function itemEvents(item: WholeItem, outputIndex: number): object[] {
  const place = { output_index: outputIndex, item_id: item.id };
  const begun = { ...item, status: 'in_progress', ...emptied(item) };
  return [
    { type: 'response.output_item.added', output_index: outputIndex, item: begun },
    ...innerEvents(item).map((event) => ({ ...event, ...place })),
    { type: 'response.output_item.done', output_index: outputIndex, item },
  ];
}

/** What an item lacks when it begins. */
function emptied({ type }: UpstreamItem): object {
  switch (type) {
    case 'message':
      return { content: [] };
    case 'function_call':
      return { arguments: '' };
    case 'reasoning':
      return { summary: [], encrypted_content: null };
    case 'code_interpreter_call':
      return { code: '', outputs: null };
    case 'file_search_call':
      return { queries: [], results: null };
    default:
      return { action: undefined };
  }
}

interface Part {
  readonly type?: string;
  readonly text?: string;
  readonly refusal?: string;
  readonly annotations?: readonly object[];
}

function innerEvents(item: WholeItem): object[] {
  const parts = (name: string) => (item[name] ?? []) as readonly Part[];
  switch (item.type) {
    case 'message':
      return parts('content').flatMap((part, index) => contentEvents(part, { content_index: index }));
    case 'reasoning':
      return parts('summary').flatMap((part, index) =>
        textEvents('response.reasoning_summary_text', part.text ?? '', 'text', { summary_index: index }),
      );
    case 'function_call':
      return textEvents('response.function_call_arguments', item['arguments'] as string, 'arguments', {});
    case 'code_interpreter_call':
      return [
        { type: 'response.code_interpreter_call.in_progress' },
        ...textEvents('response.code_interpreter_call_code', item['code'] as string, 'code', {}),
        { type: 'response.code_interpreter_call.completed' },
      ];
    default:
      return [{ type: `response.${item.type}.in_progress` }, { type: `response.${item.type}.completed` }];
  }
}

function contentEvents(part: Part, place: object): object[] {
  if (part.refusal !== undefined) return textEvents('response.refusal', part.refusal, 'refusal', place);
  return [
    { type: 'response.content_part.added', ...place, part: { ...part, text: '', annotations: [] } },
    ...textEvents('response.output_text', part.text ?? '', 'text', place),
    ...(part.annotations ?? []).map((annotation, index) => ({
      type: 'response.output_text.annotation.added',
      annotation_index: index,
      annotation,
      ...place,
    })),
    { type: 'response.content_part.done', ...place, part },
  ];
}

function textEvents(type: string, whole: string, member: string, place: object): object[] {
  const pieces = whole.match(/[^]{1,4}/gu) ?? [];
  return [
    ...pieces.map((delta) => ({ type: `${type}.delta`, delta, ...place })),
    { type: `${type}.done`, [member]: whole, ...place },
  ];
}

export const says = (value: string, ...annotations: readonly object[]): UpstreamItem => ({
  type: 'message',
  role: 'assistant',
  content: [{ type: 'output_text', text: value, annotations }],
});

export const calls = (name: string, json: string, id = 'call_p'): UpstreamItem => ({
  type: 'function_call',
  call_id: id,
  name,
  arguments: json,
});

export const thinks = (id: string, ...summary: readonly string[]): UpstreamItem => ({
  type: 'reasoning',
  id,
  summary: summary.map((one) => ({ type: 'summary_text', text: one })),
  encrypted_content: `encrypted ${id}`,
});
