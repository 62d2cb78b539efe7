import { MESSAGE_WRITTEN, RUN_STARTED, STEP_STARTED } from '../../src/testing/seen-events.ts';
import type { History } from './history.ts';
import { TOKENS } from './model-script.ts';

const CALLED = [...STEP_STARTED, 'run.step.delta', 'run.requires_action'];
const CONTINUED = ['run.queued', 'run.in_progress'];
/** Decided calls are executed when the run continues. */
const DECIDED = [...CONTINUED, 'run.step.delta', 'run.step.completed'];

/** The names of the events of each stream of each run, in their order. */
export const EVENTS = [
  [[...RUN_STARTED, ...MESSAGE_WRITTEN, 'run.completed']],
  [
    [...RUN_STARTED, ...MESSAGE_WRITTEN, ...CALLED],
    // With outputs of the page only, the step is complete before the run continues.
    ['run.step.completed', ...CONTINUED, ...CALLED],
    [...DECIDED, ...MESSAGE_WRITTEN, 'run.completed'],
  ],
  [
    [...RUN_STARTED, ...CALLED],
    ['run.step.delta', ...DECIDED, ...MESSAGE_WRITTEN, 'run.completed'],
  ],
  [
    [...RUN_STARTED, ...CALLED],
    [...DECIDED, ...MESSAGE_WRITTEN, 'run.completed'],
  ],
];

const GET_ORDER_8 = '{"id":"8","state":"sent"}';
const DECLINED = '{"error":"The user declined this call: Too late."}';

/** What the last model call of the conversation reads. Every other one reads its beginning. */
export const HISTORY: History = [
  { role: 'system', text: 'Be kind.' },
  { role: 'user', text: 'Hello there.' },
  { role: 'assistant', text: 'Good day. What can I do?', calls: [] },
  { role: 'user', text: 'Where is order 7, and how is the weather in Oslo?' },
  {
    role: 'assistant',
    text: 'Let me look.',
    calls: [
      { call: 1, name: 'get_order', arguments: { id: '7' } },
      { call: 2, name: 'get_weather', arguments: { city: 'Oslo' } },
    ],
  },
  { role: 'tool', call: 1, output: '{"id":"7","state":"sent"}' },
  { role: 'tool', call: 2, output: 'drizzle' },
  {
    role: 'assistant',
    text: '',
    calls: [
      { call: 3, name: 'refund', arguments: { id: '7' } },
      { call: 4, name: 'get_order', arguments: { id: '8' } },
    ],
  },
  { role: 'tool', call: 3, output: 'refunded 7' },
  { role: 'tool', call: 4, output: GET_ORDER_8 },
  { role: 'assistant', text: 'Order 7 is refunded.', calls: [] },
  { role: 'user', text: 'Refund order 9 as well, and tell me the weather in Bergen.' },
  {
    role: 'assistant',
    text: '',
    calls: [
      // The user changed the order to 19: the history has the model's arguments, and the output shows what was done.
      { call: 5, name: 'refund', arguments: { id: '9' } },
      { call: 6, name: 'get_weather', arguments: { city: 'Bergen' } },
    ],
  },
  { role: 'tool', call: 5, output: 'refunded 19' },
  { role: 'tool', call: 6, output: 'rain' },
  { role: 'assistant', text: 'Order 19 is refunded, and it rains in Bergen.', calls: [] },
  { role: 'user', text: 'And order 10?' },
  { role: 'assistant', text: '', calls: [{ call: 7, name: 'refund', arguments: { id: '10' } }] },
  { role: 'tool', call: 7, output: DECLINED },
  { role: 'assistant', text: 'Order 10 stays.', calls: [] },
  { role: 'user', text: 'Thank you.' },
];

/** How many items of the history each model call reads. */
export const READ = [2, 4, 7, 10, 12, 15, 17, 19, 21];

/** Role and text of each message of the thread. */
export const MESSAGES = [
  ['user', 'Hello there.'],
  ['assistant', 'Good day. What can I do?'],
  ['user', 'Where is order 7, and how is the weather in Oslo?'],
  ['assistant', 'Let me look.'],
  ['assistant', 'Order 7 is refunded.'],
  ['user', 'Refund order 9 as well, and tell me the weather in Bergen.'],
  ['assistant', 'Order 19 is refunded, and it rains in Bergen.'],
  ['user', 'And order 10?'],
  ['assistant', 'Order 10 stays.'],
  ['user', 'Thank you.'],
  ['assistant', 'You are welcome.'],
];

/** The usage of so many model calls. */
export const usageOf = (modelCalls: number) => ({
  prompt_tokens: modelCalls * TOKENS.prompt,
  completion_tokens: modelCalls * TOKENS.completion,
  total_tokens: modelCalls * (TOKENS.prompt + TOKENS.completion),
});

/** The steps of each run. A call has its executor, name, arguments and output. */
export const STEPS = [
  ['message_creation'],
  [
    'message_creation',
    [
      ['server', 'get_order', '{"id":"7"}', '{"id":"7","state":"sent"}'],
      ['page', 'get_weather', '{"city":"Oslo"}', 'drizzle'],
    ],
    [
      ['server', 'refund', '{"id":"7"}', 'refunded 7'],
      ['server', 'get_order', '{"id":"8"}', GET_ORDER_8],
    ],
    'message_creation',
  ],
  [
    [
      ['server', 'refund', '{"id":"9"}', 'refunded 19'],
      ['page', 'get_weather', '{"city":"Bergen"}', 'rain'],
    ],
    'message_creation',
  ],
  [[['server', 'refund', '{"id":"10"}', DECLINED]], 'message_creation'],
  ['message_creation'],
];

/** What the deltas of each streamed run join to: texts and arguments, in the order of their objects. */
export const JOINED_DELTAS = [
  ['Good day. What can I do?'],
  ['Let me look.', '{"id":"7"}', '{"city":"Oslo"}', '{"id":"7"}', '{"id":"8"}', 'Order 7 is refunded.'],
  ['{"id":"9"}', '{"city":"Bergen"}', 'Order 19 is refunded, and it rains in Bergen.'],
  ['{"id":"10"}', 'Order 10 stays.'],
];

/** What the server executed, in this order. */
export const EXECUTED = ['get_order 7', 'get_order 8', 'refund 7', 'refund 19'];
