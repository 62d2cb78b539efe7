import type { MessagePartDelta, SequencedEvent, StepToolCallDelta } from '@threadkit/core';
import { plainText } from '../../message/plain-text.ts';

/**
 * One-line summary of an event in the API's own terms: text and argument deltas, names of calls, reasons. Empty if the
 * event's name says everything.
 */
export function summarizeEvent(input: SequencedEvent): string {
  switch (input.event) {
    case 'thread.run.created':
      return input.data.model;
    case 'thread.run.requires_action':
      return (input.data.required_action?.submit_tool_outputs.tool_calls ?? [])
        .map((call) => call.function.name)
        .join(' ');
    case 'thread.run.completed':
      return input.data.usage ? `total_tokens ${input.data.usage.total_tokens}` : '';
    case 'thread.run.failed':
      return [input.data.last_error?.code, input.data.last_error?.message].filter(Boolean).join(': ');
    case 'thread.run.incomplete':
      return input.data.incomplete_details?.reason ?? '';
    case 'thread.run.step.created':
    case 'thread.run.step.in_progress':
      return input.data.type;
    case 'thread.run.step.completed':
    case 'thread.run.step.cancelled':
    case 'thread.run.step.expired': {
      const { step_details: details } = input.data;
      if (details.type !== 'tool_calls') return details.type;
      return details.tool_calls
        .map((call) => (call.type === 'function' ? call.function.name : call.type))
        .join(' ');
    }
    case 'thread.run.step.failed':
      return input.data.last_error?.message ?? '';
    case 'thread.run.step.delta': {
      const details = input.data.delta.step_details;
      if (details?.type === 'reasoning') return details.reasoning?.text ?? '';
      return details?.type === 'tool_calls' ? (details.tool_calls ?? []).map(callText).join('') : '';
    }
    case 'thread.message.delta':
      return (input.data.delta.content ?? []).map(partText).join('');
    case 'thread.message.completed':
    case 'thread.message.incomplete':
      return plainText(input.data);
    case 'error':
      return 'error' in input.data ? input.data.error.message : input.data.message;
    default:
      return '';
  }
}

function callText(call: StepToolCallDelta): string {
  switch (call.type) {
    case 'function':
      return `${call.function?.name ?? ''}${call.function?.arguments ?? ''}`;
    case 'code_interpreter': {
      const logs = (call.code_interpreter?.outputs ?? []).map((output) =>
        output.type === 'logs' ? (output.logs ?? '') : (output.image?.file_id ?? ''),
      );
      return `${call.code_interpreter?.input ?? ''}${logs.join('')}`;
    }
    case 'file_search':
      return call.type;
  }
}

function partText(part: MessagePartDelta): string {
  switch (part.type) {
    case 'text':
      return part.text?.value ?? '';
    case 'refusal':
      return part.refusal ?? '';
    case 'image_file':
      return part.image_file?.file_id ?? '';
    case 'image_url':
      return part.type;
  }
}
