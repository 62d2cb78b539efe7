import type { OperationName, VectorStoreOperationName } from '@threadkit/core/api';
import { WEATHER } from '../../src/testing/test-server.ts';

const message = {
  role: 'user',
  content: [
    { type: 'text', text: 'hello' },
    { type: 'image_url', image_url: { url: 'https://example.com/a.png', detail: 'low' } },
    { type: 'image_file', image_file: { file_id: 'file-1' } },
  ],
  attachments: [{ file_id: 'file-2', tools: [{ type: 'file_search' }] }],
  metadata: { a: 'b' },
};

const resources = {
  code_interpreter: { file_ids: ['file-1'] },
  file_search: { vector_store_ids: ['vs_1'] },
};

const options = {
  model: 'demo-model',
  instructions: 'Be brief.',
  tools: [
    WEATHER,
    { type: 'code_interpreter' },
    {
      type: 'file_search',
      file_search: { max_num_results: 3, ranking_options: { score_threshold: 0.5, ranker: 'auto' } },
    },
  ],
  metadata: { a: 'b' },
  temperature: 0.5,
  top_p: 0.5,
  response_format: {
    type: 'json_schema',
    json_schema: { name: 'x', description: 'y', schema: { type: 'object' }, strict: true },
  },
};

const run = {
  ...options,
  assistant_id: 'asst_demo',
  max_prompt_tokens: 1000,
  max_completion_tokens: 1000,
  truncation_strategy: { type: 'last_messages', last_messages: 4 },
  tool_choice: { type: 'function', function: { name: 'get_weather' } },
  parallel_tool_calls: false,
  stream: false,
};

const thread = { messages: [message], tool_resources: resources, metadata: { a: 'b' } };

/** An id that exists: see `makeIds`. */
export const KNOWN_FILE = 'file_1';

const attributes = { text: 'a', number: 1, flag: true };
const chunks = { type: 'static', static: { max_chunk_size_tokens: 200, chunk_overlap_tokens: 100 } };
const storeFile = { file_id: KNOWN_FILE, attributes, chunking_strategy: chunks };
const store = {
  name: 'n',
  metadata: { a: 'b' },
  expires_after: { anchor: 'last_active_at', days: 7 },
};

/** A valid body with every field, for each operation with a body, to be mutated. */
export const FULL_BODIES: Partial<Record<OperationName | VectorStoreOperationName, object>> = {
  createAssistant: {
    ...options,
    name: 'n',
    description: 'd',
    tool_resources: resources,
    reasoning_effort: 'low',
  },
  modifyAssistant: {
    ...options,
    name: 'n',
    description: 'd',
    tool_resources: resources,
    reasoning_effort: 'low',
  },
  createThread: thread,
  createThreadAndRun: { ...run, thread, tool_resources: resources },
  modifyThread: { tool_resources: resources, metadata: { a: 'b' } },
  createMessage: message,
  modifyMessage: { metadata: { a: 'b' } },
  createRun: {
    ...run,
    additional_instructions: 'Be kind.',
    additional_messages: [message],
    reasoning_effort: 'low',
  },
  modifyRun: { metadata: { a: 'b' } },
  createVectorStore: { ...store, description: 'd', file_ids: [KNOWN_FILE], chunking_strategy: chunks },
  modifyVectorStore: store,
  searchVectorStore: {
    query: ['some', 'text'],
    filters: {
      type: 'and',
      filters: [
        { type: 'eq', key: 'text', value: 'a' },
        { type: 'or', filters: [{ type: 'in', key: 'number', value: [1, 'one'] }] },
      ],
    },
    max_num_results: 5,
    ranking_options: { ranker: 'auto', score_threshold: 0.1 },
    rewrite_query: false,
  },
  createVectorStoreFile: storeFile,
  modifyVectorStoreFile: { attributes },
  createVectorStoreFileBatch: { files: [storeFile], attributes, chunking_strategy: chunks },
  submitToolOutputsToRun: { tool_outputs: [{ tool_call_id: 'call_1', output: 'x' }], stream: false },
};
