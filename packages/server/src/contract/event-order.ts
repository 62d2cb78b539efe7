import type { EngineEvent, HostedCallPiece } from '../engines/engine.ts';
import { isRecord } from '../shared/is-record.ts';
import { expectThat, show } from './contract-error.ts';

type EventOf<T extends EngineEvent['type']> = Extract<EngineEvent, { type: T }>;

/**
 * Checks the events of one whole model call: their order, indices without gaps, names of calls, and the usage.
 *
 * @throws An error about the first event that the interface does not allow.
 */
export function checkEvents(events: readonly EngineEvent[]): void {
  const order = createEventOrder();
  for (const event of events) order.add(event);
  order.end();
}

interface EventOrder {
  /** Throws when the interface does not allow the event here. */
  add(event: EngineEvent): void;
  /** Throws when the model call may not end here. */
  end(): void;
}

function createEventOrder(): EventOrder {
  let parts = 0;
  const hosted: HostedCallPiece['type'][] = [];
  let calls = 0;
  const privateCalls: number[] = [];
  let finish: EventOf<'finish'> | undefined;

  const beforeCalls = (event: EngineEvent) =>
    expectThat(calls === 0, () => ({
      did: `The engine yielded ${show(event)} after a function call.`,
      expected: 'Reasoning, text and hosted calls come before all function calls.',
      remedy: 'Collect the function calls, and yield them when the rest of the response is complete.',
    }));

  function checkPart(event: EngineEvent & { readonly part: number }, highest: number): void {
    expectThat(isIndex(event.part) && event.part <= highest, () => ({
      did: `The engine yielded ${show(event)}, and the message has ${parts} parts so far.`,
      expected:
        event.type === 'annotation'
          ? 'An annotation belongs to a part that has begun.'
          : 'Parts are numbered from 0 without gaps, in each message: text after a hosted call starts a new message.',
      remedy:
        event.type === 'annotation'
          ? 'Yield an annotation after the text that it covers.'
          : 'Number the parts in the order in which you yield them, not as the provider does.',
    }));
  }

  function addHosted(event: EventOf<'hosted-call'>): void {
    const { index, call } = event;
    const known = isIndex(index) ? hosted[index] : undefined;
    expectThat(known === undefined ? index === hosted.length : known === call.type, () => ({
      did: `The engine yielded ${show(event)}, and there are ${hosted.length} hosted calls so far.`,
      expected: 'Hosted calls are numbered from 0 without gaps and keep their type.',
      remedy: 'Number hosted calls separately from function calls, in the order in which you yield them.',
    }));
    if (known !== undefined) return;
    hosted.push(call.type);
    expectThat(call.type !== 'function' || isName(call.function.name), () => ({
      did: `The engine began a hosted call without a name: ${show(event)}.`,
      expected: 'The first piece of a hosted function call has its name.',
      remedy: 'Wait for the name, and yield it with the first piece.',
    }));
  }

  function addCall(event: EventOf<'tool-call'>): void {
    const begins = event.index === calls;
    expectThat(isIndex(event.index) && event.index <= calls, () => ({
      did: `The engine yielded ${show(event)}, and there are ${calls} function calls so far.`,
      expected: 'Function calls are numbered from 0 without gaps.',
      remedy: 'Number the calls in the order in which you yield them, not as the provider does.',
    }));
    expectThat(begins ? isName(event.name) : event.name === undefined, () => ({
      did: `The engine yielded ${show(event)}, which ${begins ? 'begins' : 'continues'} a function call.`,
      expected: 'The first event of a function call has its name, and the further ones have none.',
      remedy: 'Yield the name once, with the first event of the index.',
    }));
    expectThat(typeof event.arguments === 'string', () => ({
      did: `The engine yielded arguments that are no string: ${show(event)}.`,
      expected: 'Arguments are pieces of JSON text.',
      remedy: 'Pass arguments that the provider parsed to JSON.stringify.',
    }));
    if (begins) calls += 1;
  }

  return {
    add(event) {
      expectThat(finish === undefined, () => ({
        did: `The engine yielded ${show(event)} after its finish event.`,
        expected: 'A model call yields one finish event, as its last.',
        remedy:
          event.type === 'private'
            ? 'Yield private data before the finish event: the server reads nothing after it.'
            : 'Yield the finish event when the response has ended, and return.',
      }));
      switch (event.type) {
        case 'text':
        case 'refusal':
          beforeCalls(event);
          checkPart(event, parts);
          expectThat(typeof event.text === 'string', () => notText(event));
          parts = Math.max(parts, event.part + 1);
          return;
        case 'image-file':
          beforeCalls(event);
          checkPart(event, parts);
          parts = Math.max(parts, event.part + 1);
          return;
        case 'annotation':
          beforeCalls(event);
          checkPart(event, parts - 1);
          return;
        case 'reasoning':
          beforeCalls(event);
          expectThat(typeof event.text === 'string', () => notText(event));
          return;
        case 'hosted-call':
          beforeCalls(event);
          addHosted(event);
          parts = 0;
          return;
        case 'tool-call':
          addCall(event);
          return;
        case 'private':
          checkPrivate(event);
          if (event.call !== undefined) privateCalls.push(event.call);
          return;
        case 'warning':
          expectThat(isName(event.message), () => ({
            did: `The engine yielded a warning without a message: ${show(event)}.`,
            expected: 'A warning is text for the log.',
            remedy: 'Say what was ignored and what the operator can change, or yield no warning.',
          }));
          return;
        case 'finish':
          checkFinish(event, calls);
          finish = event;
          return;
        default:
          expectThat(false, () => ({
            did: `The engine yielded an event of an unknown type: ${show(event)}.`,
            expected: 'Only the events of EngineEvent are allowed.',
            remedy: 'Leave out what has no event of its own.',
          }));
      }
    },

    end() {
      expectThat(finish !== undefined, () => ({
        did: 'The engine ended its model call without a finish event.',
        expected: 'Every model call that was not aborted ends with one finish event.',
        remedy:
          'Yield it when the provider has reported the end, and throw an EngineError when the response ends early.',
      }));
      const unknown = privateCalls.find((index) => !isIndex(index) || index >= calls);
      expectThat(unknown === undefined, () => ({
        did: `The engine yielded private data of the function call ${unknown}, and there are ${calls} calls.`,
        expected: 'Private data name a function call of the same model call, or none.',
        remedy: 'Set `call` to the index of the call in its tool-call events.',
      }));
    },
  };
}

const isIndex = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isName = (value: unknown): boolean => typeof value === 'string' && value !== '';

const notText = (event: EngineEvent) => ({
  did: `The engine yielded text that is no string: ${show(event)}.`,
  expected: 'Text is appended as it is.',
  remedy: 'Leave out pieces without text.',
});

function checkPrivate({ value }: EventOf<'private'>): void {
  expectThat(isRecord(value) && isJson(value), () => ({
    did: 'The engine yielded private data that JSON cannot represent.',
    expected: 'Private data are an object that is stored as JSON.',
    remedy: 'Put the data into an object of strings, numbers, booleans, null, arrays and plain objects.',
  }));
}

/** Whether a value has a JSON text: no cycles, no bigint. */
function isJson(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
}

const REASONS: readonly unknown[] = ['stop', 'tool-calls', 'length', 'content-filter'];

function checkFinish(event: EventOf<'finish'>, calls: number): void {
  expectThat(REASONS.includes(event.reason), () => ({
    did: `The engine finished with ${show(event)}.`,
    expected: `The reason is one of ${REASONS.join(', ')}.`,
    remedy:
      "Translate the provider's reason, and throw an EngineError for one that does not end a response properly.",
  }));
  expectThat(event.reason !== 'tool-calls' || calls > 0, () => ({
    did: 'The engine finished with the reason tool-calls and yielded no function call.',
    expected: 'The reason tool-calls says that function calls wait for their outputs.',
    remedy: 'Yield the function calls as tool-call events, or finish with stop.',
  }));
  const { prompt_tokens: prompt, completion_tokens: completion, total_tokens: total } = event.usage ?? {};
  expectThat(isIndex(prompt) && isIndex(completion) && total === (prompt ?? 0) + (completion ?? 0), () => ({
    did: `The engine reported the usage ${show(event.usage)}.`,
    expected:
      'prompt_tokens and completion_tokens are whole numbers from 0, and total_tokens is their sum: budgets count them.',
    remedy: "Translate the provider's counts; report 0 for a count that it does not report.",
  }));
}
