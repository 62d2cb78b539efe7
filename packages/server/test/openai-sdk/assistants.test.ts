import { expect } from 'vitest';
import { tools } from './conversations.ts';
import { sdkTest } from './sdk-test.ts';

sdkTest(
  'the SDK creates an assistant with every field and reads it back',
  ['createAssistant', 'getAssistant'],
  async ({ assistants }) => {
    const given = {
      model: 'gpt-4o',
      name: 'Weather',
      description: 'Knows the weather.',
      instructions: 'Be brief.',
      tools: [...tools, { type: 'code_interpreter' as const }, { type: 'file_search' as const }],
      tool_resources: {
        code_interpreter: { file_ids: ['file-1'] },
        file_search: { vector_store_ids: ['vs_1'] },
      },
      metadata: { team: 'blue' },
      temperature: 0.2,
      top_p: 0.9,
      reasoning_effort: 'low' as const,
      response_format: {
        type: 'json_schema' as const,
        json_schema: { name: 'weather', schema: { type: 'object' } },
      },
    };
    const assistant = await assistants.create(given);
    const { tools: echoed, ...rest } = assistant;
    const { tools: _, ...plain } = given;
    expect(rest).toMatchObject(plain);
    expect(echoed.map(({ type }) => type)).toEqual(['function', 'code_interpreter', 'file_search']);
    expect(await assistants.retrieve(assistant.id)).toEqual(assistant);
  },
);

sdkTest('the defaults of an assistant are filled in', ['createAssistant'], async ({ assistants }) => {
  expect(await assistants.create({ model: 'm' })).toMatchObject({
    name: null,
    description: null,
    instructions: null,
    tools: [],
    tool_resources: {},
    metadata: {},
    temperature: 1,
    top_p: 1,
    response_format: 'auto',
    reasoning_effort: null,
  });
});

sdkTest(
  'the SDK modifies only the given fields of an assistant',
  ['modifyAssistant'],
  async ({ assistants }) => {
    const before = await assistants.create({ model: 'm', name: 'Old', metadata: { a: '1', b: '2' } });
    const after = await assistants.update(before.id, { name: 'New', metadata: { a: '3' } });
    expect(after).toEqual({ ...before, name: 'New', metadata: { a: '3' } });
    expect(await assistants.retrieve(before.id)).toEqual(after);
  },
);

sdkTest(
  'null resets fields of an assistant to their defaults',
  ['modifyAssistant'],
  async ({ assistants }) => {
    const plain = await assistants.create({ model: 'm' });
    const { id } = await assistants.create({
      model: 'm',
      name: 'n',
      temperature: 0.1,
      top_p: 0.1,
      response_format: { type: 'text' },
      metadata: { a: '1' },
    });
    const nothing = { name: null, temperature: null, top_p: null, response_format: null, metadata: null };
    const { id: _id, created_at: _at, ...rest } = plain;
    expect(await assistants.update(id, nothing)).toMatchObject(rest);
  },
);

sdkTest('the SDK deletes an assistant', ['deleteAssistant'], async ({ assistants, sdk }) => {
  const { id } = await assistants.create({ model: 'm' });
  expect(await assistants.delete(id)).toEqual({ id, object: 'assistant.deleted', deleted: true });
  await expect(assistants.retrieve(id)).rejects.toBeInstanceOf(sdk.NotFoundError);
  await expect(assistants.delete(id)).rejects.toBeInstanceOf(sdk.NotFoundError);
});

sdkTest('the SDK pages through assistants by auto-pagination', ['listAssistants'], async ({ assistants }) => {
  const made: string[] = [];
  for (let count = 0; count < 5; count += 1) made.push((await assistants.create({ model: 'm' })).id);
  const listed: string[] = [];
  for await (const { id } of assistants.list({ limit: 2, order: 'asc' })) listed.push(id);
  expect(listed.filter((id) => id !== 'asst_demo')).toEqual(made);
  const newestFirst = await assistants.list();
  expect(newestFirst.data.map(({ id }) => id)).toEqual(listed.toReversed());
  expect(newestFirst.has_more).toBe(false);
});
