import { describe, expect, it } from 'vitest';
import { stepEngine } from '../testing/step-engine.ts';
import { testServer } from '../testing/test-server.ts';

const tool = (fields: object): object => ({ type: 'function', function: { name: 'f', ...fields } });
const RUN = { assistant_id: 'asst_demo' };

function server() {
  const engine = stepEngine(async (play) => {
    play.say('Fine.');
    play.finish();
  });
  return { ...testServer({ engine }), engine };
}

describe('null for an optional field', () => {
  it.each<[string, string, object]>([
    ['parallel_tool_calls of a run', '/threads/runs', { ...RUN, parallel_tool_calls: null }],
    ['thread of a run', '/threads/runs', { ...RUN, thread: null }],
    [
      'description and parameters of a tool',
      '/threads/runs',
      { ...RUN, tools: [tool({ description: null, parameters: null })] },
    ],
    [
      'file_search of a tool',
      '/threads/runs',
      { ...RUN, tools: [{ type: 'file_search', file_search: null }] },
    ],
    [
      'max_num_results and ranking_options of a tool',
      '/threads/runs',
      {
        ...RUN,
        tools: [{ type: 'file_search', file_search: { max_num_results: null, ranking_options: null } }],
      },
    ],
    ['messages of a thread', '/threads', { messages: null }],
    ['tools of an assistant', '/assistants', { model: 'm', tools: null }],
    [
      'file_id and tools of an attachment',
      '/threads',
      { messages: [{ role: 'user', content: 'x', attachments: [{ file_id: null, tools: null }] }] },
    ],
    [
      'detail of an image',
      '/threads',
      {
        messages: [
          {
            role: 'user',
            content: [{ type: 'image_url', image_url: { url: 'https://example.com/a.png', detail: null } }],
          },
        ],
      },
    ],
    [
      'members of tool_resources',
      '/threads',
      { tool_resources: { code_interpreter: null, file_search: { vector_store_ids: null } } },
    ],
  ])('null counts as absent: %s', async (_member, path, body) => {
    const { caller } = server();
    expect((await caller.send('POST', path, body)).status).toBe(200);
  });

  it('null in a tool is not stored', async () => {
    const { caller } = server();
    const assistant = await caller.ask('assistant', 'POST', '/assistants', {
      model: 'm',
      tools: [tool({ description: null, parameters: null })],
    });
    expect(assistant.tools).toMatchObject([{ function: { name: 'f', parameters: { type: 'object' } } }]);
    expect(assistant.tools?.[0]).not.toHaveProperty('function.description');
  });

  it('null clears a clearable field and leaves any other unchanged', async () => {
    const { caller } = server();
    const made = await caller.ask('assistant', 'POST', '/assistants', {
      model: 'm',
      name: 'n',
      tools: [tool({})],
    });
    const changed = await caller.ask('assistant', 'POST', `/assistants/${made.id}`, {
      model: null,
      name: null,
      tools: null,
    });
    expect(changed).toMatchObject({ model: 'm', name: null, tools: made.tools });
  });

  it.each<[string, object]>([
    ['assistant_id', { assistant_id: null }],
    ['tools[0].function.name', { ...RUN, tools: [tool({ name: null })] }],
  ])('null is refused for the required %s', async (param, body) => {
    const { caller } = server();
    expect(await caller.refusal('POST', '/threads/runs', body)).toMatchObject({ status: 400, param });
  });
});

describe('reasoning_effort', () => {
  it('reasoning_effort is accepted by POST /threads/runs', async () => {
    const { caller, engine } = server();
    const run = await caller.ask('run', 'POST', '/threads/runs', { ...RUN, reasoning_effort: 'low' });
    await caller.runIn(run, 'completed');
    expect(engine.inputs[0]?.settings.reasoningEffort).toBe('low');
  });
});
