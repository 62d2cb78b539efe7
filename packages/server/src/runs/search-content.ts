import type { RunStepObject, StepToolCall, StepToolCallDelta, StreamEvent } from '@threadkit/core/api';
import { isRecord } from '../shared/is-record.ts';
import type { StoredEvent } from '../storage/storage.ts';

/** A step without the text of search results, which is returned only with `include[]`. */
export function hideSearchContent(step: RunStepObject): RunStepObject {
  const details = step.step_details;
  if (details.type !== 'tool_calls' || !details.tool_calls.some(({ type }) => type === 'file_search')) {
    return step;
  }
  return { ...step, step_details: { ...details, tool_calls: details.tool_calls.map(bareCall) } };
}

/** A step event without the text of search results; other events are unchanged. */
export function hideSearchContentOf(stored: StoredEvent): StoredEvent {
  const { event, json } = stored;
  if (!event.startsWith('thread.run.step.') || !json.includes('"file_search"')) return stored;
  const data: unknown = JSON.parse(json);
  // Only stored by `toStoredEvents`, with the name of its data.
  return { ...stored, json: JSON.stringify(hideInEvent({ event, data } as StreamEvent).data) };
}

function hideInEvent(event: StreamEvent): StreamEvent {
  switch (event.event) {
    case 'thread.run.step.created':
    case 'thread.run.step.in_progress':
    case 'thread.run.step.completed':
    case 'thread.run.step.failed':
    case 'thread.run.step.cancelled':
    case 'thread.run.step.expired':
      return { ...event, data: hideSearchContent(event.data) };
    case 'thread.run.step.delta': {
      const details = event.data.delta.step_details;
      if (details?.type !== 'tool_calls') return event;
      const calls = details.tool_calls?.map(bareDelta) ?? [];
      return {
        ...event,
        data: { ...event.data, delta: { step_details: { ...details, tool_calls: calls } } },
      };
    }
    default:
      return event;
  }
}

function bareCall(call: StepToolCall): StepToolCall {
  if (call.type !== 'file_search' || !call.file_search.results) return call;
  const results = call.file_search.results.map(({ content: _content, ...result }) => result);
  return { ...call, file_search: { ...call.file_search, results } };
}

function bareDelta(call: StepToolCallDelta): StepToolCallDelta {
  if (call.type !== 'file_search' || !isRecord(call.file_search)) return call;
  const { results } = call.file_search;
  if (!Array.isArray(results)) return call;
  const bare = results.map((result: unknown) => {
    if (!isRecord(result)) return result;
    const { content: _content, ...rest } = result;
    return rest;
  });
  return { ...call, file_search: { ...call.file_search, results: bare } };
}
