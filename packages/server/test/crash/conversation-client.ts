import type { MessageObject, RunObject, ThreadObject } from '@threadkit/core/api';
import { WEATHER } from '../../src/testing/test-server.ts';
import type { Conversation, Ledger, Sent } from './ledger.ts';
import { readRun } from './read-run.ts';

/** One client's conversation with a server. Ends at the first failed request, which stays in the ledger. */
export interface ConversationClient {
  /** Continues until a request fails. */
  runUntilFailure(): Promise<void>;
  addMessage(text: string): Promise<void>;
  /** Completes a run: streamed, or created and followed; with a tool round if `tool`. */
  completeRun(tool: boolean): Promise<void>;
  /** Repeats the request without a response, with its key, and continues from its response. */
  repeatRequest(): Promise<void>;
  /** Follows a run to its end, and submits the outputs that it waits for. */
  finish(runId: string): Promise<void>;
}

/** @param sendRequest Sends the requests. */
export function createConversationClient(
  url: string,
  ledger: Ledger,
  conversation: Conversation,
  sendRequest: typeof fetch = fetch,
): ConversationClient {
  async function runUntilFailure(): Promise<void> {
    const { name, texts } = conversation;
    texts.push(`hello (${name})`);
    await record(await post('/threads', { messages: [{ role: 'user', content: texts[0] }] }));
    for (let count = 1; ; count += 1) {
      await completeRun((name.length + count) % 2 === 0);
      await addMessage(`tell me about runs (${name}, message ${count})`);
    }
  }

  async function addMessage(text: string): Promise<void> {
    conversation.texts.push(text);
    await record(await post(`${place()}/messages`, { role: 'user', content: text }));
  }

  async function completeRun(tool: boolean): Promise<void> {
    conversation.runsRequested += 1;
    const body = {
      assistant_id: 'asst_demo',
      stream: conversation.runsRequested % 2 === 0,
      ...(tool && { tools: [WEATHER], tool_choice: 'required' }),
    };
    const run = await record(await post(`${place()}/runs`, body));
    if (run) await finish(run);
  }

  async function repeatRequest(): Promise<void> {
    const { unconfirmed } = conversation;
    if (!unconfirmed) return;
    const run = await record(await send(unconfirmed));
    if (run) await finish(run);
  }

  async function finish(runId: string): Promise<void> {
    for (;;) {
      const run = await get<RunObject>(`${place()}/runs/${runId}`);
      const calls = run.required_action?.submit_tool_outputs.tool_calls;
      if (calls) {
        const outputs = calls.map(({ id }) => ({ tool_call_id: id, output: 'dry, 21 °C' }));
        const body = { tool_outputs: outputs, stream: true };
        await record(await post(`${place()}/runs/${runId}/submit_tool_outputs`, body), runId);
      } else if (run.expires_at !== null) {
        // Still active: follow it until it ends or waits for outputs.
        const response = await sendRequest(`${url}/v1${place()}/runs/${runId}/events`);
        await record(response, runId);
      } else return;
    }
  }

  function place(): string {
    return `/threads/${conversation.threadId}`;
  }

  function post(path: string, body: object): Promise<Response> {
    conversation.requests += 1;
    conversation.unconfirmed = { path, body, key: `${conversation.name}-${conversation.requests}` };
    return send(conversation.unconfirmed);
  }

  function send({ path, body, key }: Sent): Promise<Response> {
    return sendRequest(`${url}/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    });
  }

  async function get<T>(path: string): Promise<T> {
    const response = await sendRequest(`${url}/v1${path}`);
    return (await ok(response).json()) as T;
  }

  /** Records what a response confirms; returns the id of a run. */
  async function record(response: Response, knownRunId?: string): Promise<string | undefined> {
    if (ok(response).headers.get('content-type')?.startsWith('text/event-stream')) {
      const onFrame: Parameters<typeof readRun>[1] = (frame, run) => {
        ledger.addFrame(frame);
        conversation.unconfirmed = undefined;
        if (run) conversation.runs.add(run.id);
      };
      return (await readRun(response, onFrame, knownRunId))?.id;
    }
    const object = (await response.json()) as ThreadObject | MessageObject | RunObject;
    conversation.unconfirmed = undefined;
    switch (object.object) {
      case 'thread':
        conversation.threadId = object.id;
        return undefined;
      case 'thread.message':
        conversation.confirmed.set(object.id, conversation.texts.at(-1) ?? '');
        return undefined;
      case 'thread.run':
        conversation.runs.add(object.id);
        return object.id;
    }
  }

  return { runUntilFailure, addMessage, completeRun, repeatRequest, finish };
}

function ok(response: Response): Response {
  if (response.status === 200) return response;
  throw new Error(`${response.url} responded with ${response.status}`);
}
