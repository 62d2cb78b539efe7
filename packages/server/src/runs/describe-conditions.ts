import type { FunctionToolCall, RequiredFunctionToolCall, RunObject } from '@threadkit/core/api';
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

/** A model calls a function that nobody declared. The same for all runs of a model, so that the log contains it once. */
export function toolNotDeclared(
  { id: runId, model }: RunObject,
  { id, function: { name } }: RequiredFunctionToolCall,
): LogEntry {
  // Any other text may be of the conversation.
  const tool = /^[\w-]{1,64}$/.test(name) ? `the tool "${name}"` : 'a tool by a name that none can have';
  return {
    level: 'warn',
    event: 'tool_not_declared',
    model,
    runId,
    toolCallId: id,
    message: `The model ${quoteForLog(model)} called ${tool}, which neither its run nor this server has. The model was told so. If there should be such a tool, declare it in the tools of the assistant or run, or pass it to createServer as one of tools.`,
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

/** A call of a tool of the server failed. `reason` is a code, or the name of an exception. */
export function toolFailed(
  { id: runId, model }: RunObject,
  { id, function: called }: FunctionToolCall,
  reason: string,
): LogEntry {
  return {
    level: 'warn',
    event: 'tool_failed',
    runId,
    toolName: called.name,
    toolCallId: id,
    reason,
    message: `The call ${id} of the tool ${quoteForLog(called.name)} by run ${runId} failed. ${describeToolFailure(reason, model)} The model was told so.`,
  };
}

function describeToolFailure(reason: string, model: string): string {
  switch (reason) {
    case 'timeout':
      return 'It took longer than its time limit. Make the tool faster, or raise its timeoutMs.';
    case 'output_too_long':
      return 'Its output is too long. Let the tool return less, or raise limits.toolOutputChars of createServer.';
    case 'invalid_arguments':
      return `The arguments do not fit its parameters. If the model ${quoteForLog(model)} often makes such calls, improve the description of the parameters, or use another model.`;
    default:
      return `It threw ${reason === '_OTHER' ? 'a value' : quoteForLog(reason)}, which onError of createServer got.`;
  }
}
