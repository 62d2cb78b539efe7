import type { History } from './history.ts';

/** What the model of every upstream writes in one response. */
export interface ModelTurn {
  readonly text: string;
  readonly calls: readonly { readonly name: string; readonly arguments: object }[];
}

const says = (text: string): ModelTurn => ({ text, calls: [] });
const calls = (text: string, ...made: readonly (readonly [name: string, args: object])[]): ModelTurn => ({
  text,
  calls: made.map(([name, args]) => ({ name, arguments: args })),
});

/** The model calls after each message of the user. */
const SCRIPT: Readonly<Record<string, readonly ModelTurn[]>> = {
  'Hello there.': [says('Good day. What can I do?')],
  'Where is order 7, and how is the weather in Oslo?': [
    calls('Let me look.', ['get_order', { id: '7' }], ['get_weather', { city: 'Oslo' }]),
    calls('', ['refund', { id: '7' }], ['get_order', { id: '8' }]),
    says('Order 7 is refunded.'),
  ],
  'Refund order 9 as well, and tell me the weather in Bergen.': [
    calls('', ['refund', { id: '9' }], ['get_weather', { city: 'Bergen' }]),
    says('Order 19 is refunded, and it rains in Bergen.'),
  ],
  'And order 10?': [calls('', ['refund', { id: '10' }]), says('Order 10 stays.')],
  'Thank you.': [says('You are welcome.')],
};

/** Of every model call. */
export const TOKENS = { prompt: 11, completion: 7 };

/** The response to a history: that of the user's last message and the model calls since then. */
export function nextTurn(history: History): ModelTurn {
  const asked = history.findLastIndex(({ role }) => role === 'user');
  const item = history[asked];
  const text = item?.role === 'user' ? item.text : '';
  const made = history.slice(asked).filter(({ role }) => role === 'assistant').length;
  const turn = SCRIPT[text]?.[made];
  if (!turn) throw new Error(`The script has no response ${made} to ${JSON.stringify(text)}.`);
  return turn;
}

/** Two pieces or more. */
export const piecesOf = (text: string): string[] => text.match(/.{1,5}/gs) ?? [];
