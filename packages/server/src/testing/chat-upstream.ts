import type { ServerResponse } from 'node:http';
import {
  type ChatAnswer,
  type ChatBody,
  imagesOf,
  type ProviderShape,
  type Understood,
} from './chat-body.ts';
import { SHAPES } from './chat-shapes.ts';
import { type LoopbackProvider, loopbackProvider } from './loopback-provider.ts';

/** A known provider. */
export type ChatProviderName = keyof typeof SHAPES;

/**
 * An upstream that refuses what this provider refuses, and answers in its shape. The text of an answer is what it understood, as JSON;
 * `call` calls the forced function, or the first one; an output of a tool is repeated.
 */
export function chatUpstream(name: ChatProviderName): Promise<LoopbackProvider<ChatBody>> {
  const shape: ProviderShape = SHAPES[name];
  const started = loopbackProvider<ChatBody>((response, body, index) => {
    void started.then(({ requests }) => respond(response, body, requests[index]));
  });

  function respond(
    response: ServerResponse,
    body: ChatBody,
    request: { readonly path: string; readonly headers: Readonly<Record<string, unknown>> } | undefined,
  ): void {
    const { authorization, 'api-key': apiKey } = request?.headers ?? {};
    const key = String(apiKey ?? authorization).replace(/^Bearer /, '');
    const refusal = shape.refuse(body, { path: request?.path ?? '', key });
    if (refusal) {
      response
        .writeHead(refusal.status, { 'content-type': 'application/json' })
        .end(JSON.stringify(refusal.body));
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    if (name === 'openrouter') response.write(': OPENROUTER PROCESSING\n\n');
    for (const data of shape.stream(answerTo(body, shape.understand(body), shape.none))) {
      response.write(`data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`);
    }
    response.end();
  }

  return started;
}

function answerTo(body: ChatBody, understood: Understood, none: ProviderShape['none']): ChatAnswer {
  const last = body.messages.at(-1);
  if (last?.role === 'tool')
    return { text: `It says: ${typeof last.content === 'string' ? last.content : ''}` };
  const first = body.tools?.[0]?.function.name;
  if (understood.forced !== undefined && understood.forced !== 'any')
    return { text: '', call: understood.forced };
  // A model that is not forced answers with the second tool, as models do.
  const chosen = understood.forced === 'any' ? first : (body.tools?.[1]?.function.name ?? first);
  if (chosen !== undefined && (body.tool_choice !== 'none' || none === 'ignored'))
    return { text: '', call: chosen };
  if (chosen !== undefined && none === 'calls as text')
    return { text: `<tool_call>{"name":"${chosen}"}</tool_call>` };
  return { text: JSON.stringify({ ...understood, images: imagesOf(body).length }) };
}
