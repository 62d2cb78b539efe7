import type { RunObject, RunStepObject, VectorStoreObject } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import type { EngineInput } from '../engines/engine.ts';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { stepEngine, USAGE } from '../testing/step-engine.ts';
import { type TestServerOptions, testServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';

const TEA = 'Green tea comes from Uji. Black tea comes from Assam.';
const SEARCH = { type: 'file_search' } as const;

/** Searches for the text of the last message, and then cites all passages that it has read in the thread. */
function citingEngine() {
  return stepEngine(async (play, input) => {
    if (input.messages.at(-1)?.role !== 'tool') {
      const text = JSON.stringify({ queries: [lastText(input)] });
      play.emit({ type: 'tool-call', index: 0, name: 'file_search', arguments: text });
      return play.finish('tool-calls');
    }
    const passages = outputsOf(input).flatMap(
      (output) => (JSON.parse(output) as { passages: readonly { cite: string; text: string }[] }).passages,
    );
    for (const { cite, text } of passages) play.say(`${text} ${cite} `);
    if (passages.length === 0) play.say('Nothing.');
    play.finish();
  });
}

function lastText({ messages }: EngineInput): string {
  const part = messages.findLast(({ role }) => role === 'user');
  const content = part && 'content' in part ? part.content[0] : undefined;
  return content?.type === 'text' ? content.text.value : '';
}

function outputsOf(input: EngineInput | undefined): string[] {
  return (input?.messages ?? []).flatMap((message) => (message.role === 'tool' ? [message.output] : []));
}

function searchServer(options: TestServerOptions = {}) {
  const engine = citingEngine();
  const served = testServer({
    engine,
    assistants: [{ id: 'asst_search', model: 'm', instructions: 'Search.', tools: [SEARCH] }],
    ...options,
  });
  const { caller } = served;
  const store = (id: string) => caller.ask('vectorStore', 'GET', `/vector_stores/${id}`);
  async function processed(id: string): Promise<VectorStoreObject> {
    await until(async () => (await store(id)).status === 'completed');
    return store(id);
  }
  return {
    ...served,
    engine,
    async upload(text: string, name = 'tea.txt'): Promise<string> {
      const form = new FormData();
      form.append('purpose', 'assistants');
      form.append('file', new File([text], name));
      return (await caller.ask('file', 'POST', '/files', form)).id;
    },
    /** A thread with an attached file, which has been processed. */
    async threadWith(fileId: string, question: string) {
      const thread = await caller.ask('thread', 'POST', '/threads', {
        messages: [{ role: 'user', content: question, attachments: [{ file_id: fileId, tools: [SEARCH] }] }],
      });
      await processed(thread.tool_resources?.file_search?.vector_store_ids?.[0] ?? '');
      return thread;
    },
    async runOn(threadId: string, body: object = {}, status: RunObject['status'] = 'completed') {
      const run = await caller.ask('run', 'POST', `/threads/${threadId}/runs`, {
        assistant_id: 'asst_search',
        ...body,
      });
      return caller.runIn(run, status);
    },
    /** A vector store whose files have been processed. */
    async storeOf(...fileIds: string[]): Promise<VectorStoreObject> {
      const { id } = await caller.ask('vectorStore', 'POST', '/vector_stores', { file_ids: fileIds });
      return processed(id);
    },
    async searchStep(threadId: string, runId: string, query = ''): Promise<RunStepObject | undefined> {
      const steps = await caller.ask(
        'steps',
        'GET',
        `/threads/${threadId}/runs/${runId}/steps?order=asc${query}`,
      );
      return steps.data[0];
    },
  };
}

const INCLUDE = '&include[]=step_details.tool_calls[*].file_search.results[*].content';

describe('file_search', () => {
  it('searches an attached file, shows the results in the step, and annotates what the response cites', async () => {
    const { caller, engine, upload, threadWith, runOn, searchStep } = searchServer();
    const fileId = await upload(TEA);
    const thread = await threadWith(fileId, 'Where does green tea come from?');
    const run = await runOn(thread.id);

    const step = await searchStep(thread.id, run.id, INCLUDE);
    expect(step?.step_details).toEqual({
      type: 'tool_calls',
      tool_calls: [
        {
          id: expect.stringMatching(/^call_/),
          type: 'file_search',
          executed_by: 'server',
          file_search: {
            queries: ['Where does green tea come from?'],
            ranking_options: { ranker: 'default_2024_08_21', score_threshold: 0 },
            results: [
              {
                file_id: fileId,
                file_name: 'tea.txt',
                score: expect.any(Number),
                attributes: {},
                content: [{ type: 'text', text: TEA }],
              },
            ],
          },
        },
      ],
    });
    expect(step?.usage).toEqual(USAGE);
    expect(JSON.stringify(await searchStep(thread.id, run.id))).not.toContain(TEA);

    const messages = await caller.ask('messages', 'GET', `/threads/${thread.id}/messages`);
    const part = messages.data[0]?.content[0];
    const { value = '', annotations = [] } = part?.type === 'text' ? part.text : {};
    expect(annotations).toEqual([expect.objectContaining({ file_citation: { file_id: fileId } })]);
    expect(value.slice(annotations[0]?.start_index, annotations[0]?.end_index)).toMatch(
      /^【\d{4}:0†tea\.txt】$/,
    );

    // The model was given the function, and read the passages in the role of a tool only.
    expect(engine.inputs[0]?.tools.map((tool) => tool.function.name)).toEqual(['file_search']);
    expect(engine.inputs[1]?.messages.at(-1)).toMatchObject({ role: 'tool' });
    expect(engine.inputs[1]?.instructions).toBe('Search.');
  });

  it('a later run of the thread reads the search as it was, and can cite it', async () => {
    const { caller, engine, upload, threadWith, runOn } = searchServer();
    const thread = await threadWith(await upload(TEA), 'green tea');
    await runOn(thread.id);
    await caller.ask('message', 'POST', `/threads/${thread.id}/messages`, { role: 'user', content: 'And?' });
    await runOn(thread.id);
    const [first] = outputsOf(engine.inputs[1]);
    expect(outputsOf(engine.inputs[2])).toEqual([first]);
    const messages = await caller.ask('messages', 'GET', `/threads/${thread.id}/messages?limit=1`);
    expect(JSON.stringify(messages.data)).toContain('file_citation');
  });

  it('searches the vector stores of the assistant and the thread together', async () => {
    const { caller, upload, storeOf, threadWith, runOn, searchStep } = searchServer();
    const { id } = await storeOf(await upload('Coffee comes from Ethiopia.', 'coffee.txt'));
    const assistant = await caller.ask('assistant', 'POST', '/assistants', {
      model: 'm',
      tools: [SEARCH],
      tool_resources: { file_search: { vector_store_ids: [id] } },
    });
    const thread = await threadWith(await upload(TEA), 'comes from');
    const run = await runOn(thread.id, { assistant_id: assistant.id });
    const step = await searchStep(thread.id, run.id);
    expect(JSON.stringify(step)).toMatch(/coffee\.txt.*tea\.txt|tea\.txt.*coffee\.txt/);
  });

  it('a shared assistant searches the vector store that its operator chose, for every user', async () => {
    const storage = memoryStorage();
    const owned = searchServer({ storage, authorize: () => ({ id: 'operator', role: 'admin' }) });
    const { id } = await owned.storeOf(await owned.upload(TEA));
    const tools = { tools: [SEARCH], tool_resources: { file_search: { vector_store_ids: [id] } } };
    const { caller, runOn, searchStep } = searchServer({
      storage,
      authorize: () => ({ id: 'user', role: 'user' }),
      assistants: [{ id: 'asst_handbook', model: 'm', ...tools }],
    });
    const thread = await caller.newThread('green tea');
    const run = await runOn(thread.id, { assistant_id: 'asst_handbook' });
    expect(JSON.stringify(await searchStep(thread.id, run.id))).toContain('tea.txt');
    expect(await caller.refusal('GET', `/vector_stores/${id}`)).toMatchObject({ status: 404 });
  });

  it('the vector store of another owner is not searched', async () => {
    const storage = memoryStorage();
    const owned = searchServer({ storage, authorize: () => ({ id: 'a', role: 'admin' }) });
    const { id } = await owned.storeOf(await owned.upload(TEA));
    const other = searchServer({ storage, authorize: () => ({ id: 'b', role: 'admin' }) });
    const thread = await other.caller.ask('thread', 'POST', '/threads', {
      messages: [{ role: 'user', content: 'green tea' }],
      tool_resources: { file_search: { vector_store_ids: [id] } },
    });
    const run = await other.runOn(thread.id);
    expect(JSON.stringify(await other.searchStep(thread.id, run.id))).toContain('"results":[]');
  });

  it('without a vector store, the model is not given the function, and cannot be forced to call it', async () => {
    const engine = stepEngine(async (play) => {
      play.say('Hello.');
      play.finish();
    });
    const { caller, runOn } = searchServer({ engine });
    const thread = await caller.newThread('hi');
    await runOn(thread.id, { tool_choice: SEARCH });
    expect(engine.inputs[0]).toMatchObject({ tools: [], settings: { toolChoice: 'auto' } });
  });

  it('a forced file_search is a forced function for the model', async () => {
    const { engine, upload, threadWith, runOn } = searchServer();
    const thread = await threadWith(await upload(TEA), 'tea');
    await runOn(thread.id, { tool_choice: SEARCH });
    expect(engine.inputs.map(({ settings }) => settings.toolChoice)).toEqual([
      { type: 'function', function: { name: 'file_search' } },
      'auto',
    ]);
  });

  it('a function with its name beside it is refused', async () => {
    const { caller } = searchServer();
    const ofName = { type: 'function', function: { name: 'file_search' } } as const;
    expect(
      await caller.refusal('POST', '/assistants', { model: 'm', tools: [ofName, SEARCH] }),
    ).toMatchObject({ status: 400, code: 'tool_name_reserved', param: 'tools[0].function.name' });
    await caller.ask('assistant', 'POST', '/assistants', { model: 'm', tools: [ofName] });
  });

  it('respects max_num_results and the score threshold of the tool', async () => {
    const { caller, upload, storeOf, runOn, searchStep } = searchServer();
    const store = await storeOf(
      await upload('tea leaves', 'a.txt'),
      await upload('tea and many other words', 'b.txt'),
    );
    const resources = { file_search: { vector_store_ids: [store.id] } };
    const ask = async (fileSearch: object) => {
      const thread = await caller.ask('thread', 'POST', '/threads', {
        messages: [{ role: 'user', content: 'tea leaves' }],
        tool_resources: resources,
      });
      const tools = [{ type: 'file_search', file_search: fileSearch }];
      const run = await runOn(thread.id, { tools });
      return JSON.stringify(await searchStep(thread.id, run.id));
    };
    expect(await ask({ max_num_results: 1 })).not.toContain('b.txt');
    expect(await ask({ ranking_options: { score_threshold: 0.99 } })).toContain('"results":[]');
    expect(await ask({})).toContain('b.txt');
  });

  it('a run on a thread whose vector store has expired fails, and says what to do', async () => {
    let now = Date.UTC(2026, 10, 30);
    const { upload, threadWith, runOn } = searchServer({ now: () => now });
    const thread = await threadWith(await upload(TEA), 'tea');
    now += 8 * 24 * 3600 * 1000;
    const run = await runOn(thread.id, { assistant_id: 'asst_search' }, 'failed');
    expect(run.last_error?.message).toMatch(/vector store vs_\w+ of this thread has expired/);
  });

  it('a call without a query finds nothing, and the model is told', async () => {
    const engine = stepEngine(
      async (play) => {
        play.emit({ type: 'tool-call', index: 0, name: 'file_search', arguments: '{}' });
        play.finish('tool-calls');
      },
      async (play, input) => {
        play.say(outputsOf(input).join());
        play.finish();
      },
    );
    const { upload, threadWith, runOn } = searchServer({ engine });
    const thread = await threadWith(await upload(TEA), 'tea');
    await runOn(thread.id);
    expect(outputsOf(engine.inputs[1]).join()).toContain('There was no query');
  });
});

describe('code_interpreter without an executor', () => {
  it('the step and the model are told that code is not executed', async () => {
    const engine = stepEngine(
      async (play) => {
        play.emit({
          type: 'tool-call',
          index: 0,
          name: 'code_interpreter',
          arguments: '{"code":"print(1)"}',
        });
        play.finish('tool-calls');
      },
      async (play, input) => {
        play.say(outputsOf(input).join());
        play.finish();
      },
    );
    const { caller, runOn, searchStep } = searchServer({ engine });
    const thread = await caller.newThread('1?');
    const tools = [{ type: 'code_interpreter' }];
    const run = await runOn(thread.id, { tools });
    expect((await searchStep(thread.id, run.id))?.step_details).toMatchObject({
      tool_calls: [
        {
          type: 'code_interpreter',
          code_interpreter: {
            input: 'print(1)',
            outputs: [{ type: 'logs', logs: expect.stringContaining('not execute code') }],
          },
        },
      ],
    });
  });
});
