/** An item of the conversation as a provider got it, without what is particular to its API. */
export type HistoryItem =
  | { readonly role: 'system' | 'user'; readonly text: string }
  | { readonly role: 'assistant'; readonly text: string; readonly calls: readonly HistoryCall[] }
  /** `call` is the number of the call that it belongs to. */
  | { readonly role: 'tool'; readonly call: number; readonly output: string };

/** A function call. Calls are numbered from 1, because their ids differ. */
export interface HistoryCall {
  readonly call: number;
  readonly name: string;
  readonly arguments: unknown;
}

export type History = readonly HistoryItem[];

/** Collects the items of a request in their order. */
export interface HistoryReader {
  readonly items: History;
  system(text: string): void;
  user(text: string): void;
  /** Adjacent texts and calls of the assistant are one item: some APIs separate them. */
  assistant(text: string): void;
  /** @throws When an earlier call has the same id, or the arguments are not JSON. */
  call(id: string, name: string, args: string | object): void;
  /** @throws When there is no call with this id, or it has an output. */
  output(id: string, output: string): void;
}

export function createHistoryReader(): HistoryReader {
  const items: HistoryItem[] = [];
  const numbers = new Map<string, number>();
  const done = new Set<string>();

  /** The assistant's item at the end, which is begun when there is none. */
  function change(add: (text: string, calls: readonly HistoryCall[]) => HistoryItem): void {
    const last = items.at(-1);
    if (last?.role === 'assistant') items.splice(-1, 1, add(last.text, last.calls));
    else items.push(add('', []));
  }

  return {
    items,
    system: (text) => void items.push({ role: 'system', text }),
    user: (text) => void items.push({ role: 'user', text }),
    assistant: (more) => change((text, calls) => ({ role: 'assistant', text: text + more, calls })),
    call(id, name, args) {
      if (numbers.has(id)) throw new Error(`Two calls have the id ${id}.`);
      const call = numbers.size + 1;
      numbers.set(id, call);
      const read: unknown = typeof args === 'string' ? JSON.parse(args) : args;
      change((text, calls) => ({
        role: 'assistant',
        text,
        calls: [...calls, { call, name, arguments: read }],
      }));
    },
    output(id, output) {
      const call = numbers.get(id);
      if (call === undefined) throw new Error(`There is no call ${id} before its output.`);
      if (done.has(id)) throw new Error(`The call ${id} has two outputs.`);
      done.add(id);
      items.push({ role: 'tool', call, output });
    },
  };
}
