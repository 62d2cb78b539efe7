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
