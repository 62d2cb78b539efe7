import type { AssistantObject } from '@threadkit/core';
import { describe, expect, test } from 'vitest';
import { type AssistantFormValues, toFormValues } from './form-values.ts';
import { pathOfParam } from './path-of-param.ts';
import { readFormValues } from './read-form-values.ts';
import { readJsonObject } from './read-json-object.ts';

const weather = { name: 'get_weather', parameters: { type: 'object', properties: {} }, strict: false };

const stored: AssistantObject = {
  id: 'asst_1',
  object: 'assistant',
  created_at: 1_795_000_000,
  name: 'Ada',
  description: null,
  model: 'gpt-4o',
  instructions: 'Be brief.',
  tools: [
    {
      type: 'file_search',
      file_search: { max_num_results: 8, ranking_options: { score_threshold: 0.5 } },
    },
    { type: 'function', function: weather },
  ],
  top_p: 1,
  temperature: 1,
  reasoning_effort: null,
  tool_resources: { file_search: { vector_store_ids: ['vs_1'] } },
  metadata: { team: 'ops' },
  response_format: 'auto',
};

const read = (changes: Partial<AssistantFormValues>, of: AssistantObject | undefined = stored) =>
  readFormValues({ ...toFormValues(of), ...changes }, of);
const problemsOf = (changes: Partial<AssistantFormValues>) => [...read(changes).problems];
const aFunction = (text: string) => ({ functions: [{ key: 'a', text }] });

describe('readFormValues, request body', () => {
  test('readFormValues returns an empty body when nothing changed', () => {
    expect(read({})).toEqual({ body: {}, problems: new Map(), isDirty: false });
  });

  test('readFormValues contains the changed fields only, under the API’s names', () => {
    expect(read({ name: 'Grace', topP: '0,5', temperature: '' }).body).toEqual({
      name: 'Grace',
      top_p: 0.5,
      temperature: null,
    });
  });

  test('readFormValues sends null for a cleared text', () => {
    expect(read({ name: '', instructions: '' }).body).toEqual({ name: null, instructions: null });
  });

  test('readFormValues sends all tools when one changed, including members the form does not show', () => {
    expect(read({ codeInterpreter: true, maxResults: '20' }).body).toEqual({
      tools: [
        { type: 'code_interpreter' },
        {
          type: 'file_search',
          file_search: { max_num_results: 20, ranking_options: { score_threshold: 0.5 } },
        },
        { type: 'function', function: weather },
      ],
    });
  });

  test('readFormValues sends both kinds of resources, because the API replaces them as a whole', () => {
    expect(read({ codeFiles: 'file_1\nfile_2, file_3\n' }).body).toEqual({
      tool_resources: {
        code_interpreter: { file_ids: ['file_1', 'file_2', 'file_3'] },
        file_search: { vector_store_ids: ['vs_1'] },
      },
    });
  });

  test('readFormValues sends a response format with its schema', () => {
    expect(
      read({ responseFormat: 'json_schema', jsonSchema: '{"name":"answer","schema":{},"strict":true}' }).body,
    ).toEqual({
      response_format: { type: 'json_schema', json_schema: { name: 'answer', schema: {}, strict: true } },
    });
  });

  test('readFormValues omits metadata pairs that were added and left empty', () => {
    const metadata = [
      { key: '1', name: 'team', value: 'web' },
      { key: '2', name: '', value: ' ' },
    ];
    expect(read({ metadata }).body).toEqual({ metadata: { team: 'web' } });
  });
});

describe('readFormValues, problems', () => {
  test.each<[string, Partial<AssistantFormValues>, string, object]>([
    ['a name beyond its limit', { name: 'x'.repeat(257) }, 'name', { kind: 'too-long', max: 256 }],
    ['no model', { model: ' ' }, 'model', { kind: 'missing' }],
    [
      'a temperature out of range',
      { temperature: '2.1' },
      'temperature',
      { kind: 'out-of-range', min: 0, max: 2, isWhole: false },
    ],
    [
      'text in a number field',
      { topP: 'high' },
      'topP',
      { kind: 'out-of-range', min: 0, max: 1, isWhole: false },
    ],
    [
      'a fractional number of results',
      { maxResults: '2.5' },
      'maxResults',
      { kind: 'out-of-range', min: 1, max: 50, isWhole: true },
    ],
    ['a function without a name', aFunction('{}'), 'functions.a', { kind: 'bad-name' }],
    ['a function with a space', aFunction('{"name":"get it"}'), 'functions.a', { kind: 'bad-name' }],
    [
      'parameters that are no JSON schema',
      aFunction('{"name":"a","parameters":[]}'),
      'functions.a',
      { kind: 'no-parameters' },
    ],
    ['a list for a function', aFunction('[]'), 'functions.a', { kind: 'not-an-object' }],
    ['a format without its schema', { responseFormat: 'json_schema' }, 'jsonSchema', { kind: 'missing' }],
    ['two stores', { vectorStores: 'vs_1\nvs_2' }, 'vectorStores', { kind: 'too-many', max: 1 }],
  ])('readFormValues reports: %s', (_what, changes, path, problem) => {
    expect(problemsOf(changes)).toEqual([[path, problem]]);
  });

  test('readFormValues reports a duplicate function name at the second function', () => {
    const functions = ['a', 'b'].map((key) => ({ key, text: '{"name":"same"}' }));
    expect(problemsOf({ functions })).toEqual([['functions.b', { kind: 'same-name' }]]);
  });

  test('readFormValues reports an empty key, a duplicate key, a key that is too long and a value that is too long', () => {
    const pair = (key: string, name: string, value = '') => ({ key, name, value });
    const metadata = [
      pair('1', '', 'lost'),
      pair('2', 'a'),
      pair('3', 'a'),
      pair('4', 'k'.repeat(65)),
      pair('5', 'b', 'v'.repeat(513)),
    ];
    expect(problemsOf({ metadata }).map(([path, { kind }]) => [path, kind])).toEqual([
      ['metadata.1', 'missing'],
      ['metadata.3', 'same-name'],
      ['metadata.4', 'too-long'],
      ['metadata.5', 'too-long'],
    ]);
  });

  test('readFormValues requires only a model for a new assistant', () => {
    const fresh = toFormValues(undefined);
    expect([...readFormValues(fresh, undefined).problems]).toEqual([['model', { kind: 'missing' }]]);
    expect(readFormValues({ ...fresh, model: 'gpt-4o' }, undefined)).toMatchObject({
      body: { model: 'gpt-4o' },
      isDirty: true,
    });
  });

  test('readFormValues reports no problem for an unchanged field, which is not sent', () => {
    const odd = { ...stored, name: 'x'.repeat(300) };
    expect(readFormValues(toFormValues(odd), odd).problems.size).toBe(0);
  });
});

describe('readJsonObject', () => {
  test('readJsonObject reports the line and the column of a syntax error', () => {
    expect(readJsonObject('{\n  "name": "a",\n  "b" 1\n}')).toEqual({
      problem: { kind: 'not-json', at: { line: 3, column: 7 } },
    });
    expect(readJsonObject('{\n  "name": "a"')).toMatchObject({
      problem: { kind: 'not-json', at: { line: 2 } },
    });
  });
});

describe('pathOfParam', () => {
  const values = { ...toFormValues(stored), codeInterpreter: true };
  test.each([
    ['name', 'name'],
    ['top_p', 'topP'],
    ['tools[2].function.name', 'functions.stored-0'],
    ['tools[1].file_search.max_num_results', 'maxResults'],
    ['tools', 'functions'],
    ['metadata.team', 'metadata.stored-team'],
    ['metadata', 'metadata'],
    ['response_format.type', 'responseFormat'],
    ['tool_resources.file_search.vector_store_ids', 'vectorStores'],
    ['something_new', undefined],
  ])('pathOfParam of %s is %s', (param, path) => {
    expect(pathOfParam(param, values)).toBe(path);
  });
});
