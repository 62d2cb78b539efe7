import type { MessageObject, RunObject, ThreadObject } from '@threadkit/core/api';
import { WEATHER } from '../../src/testing/test-server.ts';
import type { Conversation, Ledger, Sent } from './ledger.ts';
import { readRun } from './read-run.ts';

/** One client's conversation with a server. Ends at the first failed request, which stays in the ledger. */
export class ConversationClient {
  readonly #url: string;
  readonly #ledger: Ledger;
  readonly #fetch: typeof fetch;
  readonly conversation: Conversation;

  constructor(url: string, ledger: Ledger, conversation: Conversation, through: typeof fetch = fetch) {
    this.#url = url;
    this.#ledger = ledger;
    this.conversation = conversation;
    this.#fetch = through;
  }

  /** Continues until a request fails. */
  async runUntilFailure(): Promise<void> {
    const { name, texts } = this.conversation;
    texts.push(`hello (${name})`);
    await this.#record(await this.#post('/threads', { messages: [{ role: 'user', content: texts[0] }] }));
    for (let count = 1; ; count += 1) {
      await this.run((name.length + count) % 2 === 0);
      await this.addMessage(`tell me about runs (${name}, message ${count})`);
    }
  }

  async addMessage(text: string): Promise<void> {
    this.conversation.texts.push(text);
    await this.#record(await this.#post(`${this.#place}/messages`, { role: 'user', content: text }));
  }

  /** Completes a run: streamed, or created and followed; with a tool round if `tool`. */
  async run(tool: boolean): Promise<void> {
    this.conversation.runsRequested += 1;
    const body = {
      assistant_id: 'asst_demo',
      stream: this.conversation.runsRequested % 2 === 0,
      ...(tool && { tools: [WEATHER], tool_choice: 'required' }),
    };
    const run = await this.#record(await this.#post(`${this.#place}/runs`, body));
    if (run) await this.finish(run);
  }

  /** Repeats the request without a response, with its key, and continues from its response. */
  async repeatRequest(): Promise<void> {
    const { unconfirmed } = this.conversation;
    if (!unconfirmed) return;
    const run = await this.#record(await this.#send(unconfirmed));
    if (run) await this.finish(run);
  }

  async finish(runId: string): Promise<void> {
    for (;;) {
      const run = await this.#get<RunObject>(`${this.#place}/runs/${runId}`);
      const calls = run.required_action?.submit_tool_outputs.tool_calls;
      if (calls) {
        const outputs = calls.map(({ id }) => ({ tool_call_id: id, output: 'dry, 21 °C' }));
        const body = { tool_outputs: outputs, stream: true };
        await this.#record(await this.#post(`${this.#place}/runs/${runId}/submit_tool_outputs`, body), runId);
      } else if (run.expires_at !== null) {
        // Still active: follow it until it ends or waits for outputs.
        const response = await this.#fetch(`${this.#url}/v1${this.#place}/runs/${runId}/events`);
        await this.#record(response, runId);
      } else return;
    }
  }

  get #place(): string {
    return `/threads/${this.conversation.threadId}`;
  }

  #post(path: string, body: object): Promise<Response> {
    const { conversation } = this;
    conversation.requests += 1;
    conversation.unconfirmed = { path, body, key: `${conversation.name}-${conversation.requests}` };
    return this.#send(conversation.unconfirmed);
  }

  #send({ path, body, key }: Sent): Promise<Response> {
    return this.#fetch(`${this.#url}/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    });
  }

  async #get<T>(path: string): Promise<T> {
    const response = await this.#fetch(`${this.#url}/v1${path}`);
    return (await ok(response).json()) as T;
  }

  /** Records what a response confirms; returns the id of a run. */
  async #record(response: Response, knownRunId?: string): Promise<string | undefined> {
    const { conversation } = this;
    if (ok(response).headers.get('content-type')?.startsWith('text/event-stream')) {
      const onFrame: Parameters<typeof readRun>[1] = (frame, run) => {
        this.#ledger.saw(frame);
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
}

function ok(response: Response): Response {
  if (response.status === 200) return response;
  throw new Error(`${response.url} responded with ${response.status}`);
}
