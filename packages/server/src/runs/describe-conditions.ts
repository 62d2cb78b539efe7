import type { FunctionToolCall, RunObject } from '@threadkit/core/api';
import { type LogEntry, quoteForLog } from '../shared/log.ts';

/** The engine warns about a model. The same for all runs, so that the log contains it once. */
export function modelWarned(model: string, engine: string, message: string): LogEntry {
  return {
    level: 'warn',
    event: 'model_warned',
    model,
    message: `The engine ${engine} warns about the model ${quoteForLog(model)}: ${message}`,
  };
}

/** A response is longer than the server allows. */
export function responseCutOff({ id, model }: RunObject, maxChars: number): LogEntry {
  return {
    level: 'warn',
    event: 'response_cut_off',
    model,
    runId: id,
    message: `The model's response to run ${id} is longer than ${maxChars} characters and was cut off. To allow longer responses, raise limits.responseChars of createServer.`,
  };
}

/** A server ended while it executed a call. */
export function toolInterrupted(
  { id: runId }: RunObject,
  { id, function: called }: FunctionToolCall,
): LogEntry {
  return {
    level: 'warn',
    event: 'tool_interrupted',
    runId,
    toolCallId: id,
    message: `It is not known whether the tool ${quoteForLog(called.name)} was executed: a server ended during the call ${id} of run ${runId}. Check its effect.`,
  };
}
