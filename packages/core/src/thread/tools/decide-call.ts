import type { RequiredFunctionToolCall, RunObject } from '../../api/index.ts';
import { ThreadkitError } from '../../errors/threadkit-error.ts';
import { toThreadkitError } from '../../errors/to-threadkit-error.ts';
import { type Execution, failed } from '../../tools/execute-tool.ts';
import { readArguments } from '../../tools/read-arguments.ts';
import type { AnyTool } from '../../tools/tool.ts';
import type { WaitReason } from '../../tools/tool-call.ts';
import { parseToolOutput } from '../../tools/tool-output.ts';
import type { ToolJournal } from './tool-journal.ts';

/** What happens to a call next: its tool is executed, it waits, or it has its output. `input` is what the model wrote. */
export type CallDecision = { readonly input: unknown } & (
  | { readonly tool: AnyTool; readonly args: unknown }
  | { readonly waitReason: WaitReason }
  | { readonly execution: Execution }
);

export interface DecideCallOptions {
  readonly journal: Pick<ToolJournal, 'read'>;
  findTool(name: string): AnyTool | undefined;
}

/**
 * Decides about one call: by the journal whether it was executed before, then by its tool and its arguments. Executes nothing
 * and changes nothing. A call that cannot be executed has an output with a message for the model: arguments that do not fit
 * the tool, a tool that the run does not have, a `needsApproval` that throws. Rejects when the arguments are not JSON.
 *
 * @param isUndecided - False when the call was decided in another way meanwhile; then nothing of the tool is called.
 */
export async function decideCall(
  call: RequiredFunctionToolCall,
  run: RunObject,
  { journal, findTool }: DecideCallOptions,
  isUndecided: () => boolean,
): Promise<CallDecision | undefined> {
  const { name } = call.function;
  const input = readArguments(call.function.arguments);
  const wait = (waitReason: WaitReason): CallDecision => ({ input, waitReason });
  // The server executes it. A decision that was not submitted before a reload is asked for again.
  if (call.executed_by === 'server') return wait('approval');
  const entry = await journal.read(run.id, call.id);
  if (!isUndecided()) return undefined;
  if (entry?.state === 'settled') {
    return { input, execution: { result: parseToolOutput(entry.text), text: entry.text } };
  }
  try {
    const tool = findTool(name);
    if (!tool) {
      requireToolOf(run, name);
      return wait('unregistered');
    }
    if (entry && !tool.idempotent) return wait('interrupted');
    const args = await tool['~run'].validate(input);
    if (await tool['~run'].needsApproval(args)) return wait('approval');
    return tool['~run'].execute ? { input, tool, args } : wait('output');
  } catch (error) {
    return { input, execution: failed(toThreadkitError(error, 'tool').message) };
  }
}

/** A tool that the run has may be mounted later. Backends that do not name a run's tools are not checked. */
function requireToolOf({ tools }: RunObject, name: string): void {
  const names = tools.flatMap((tool) => (tool.type === 'function' ? [tool.function.name] : []));
  if (names.length === 0 || names.includes(name)) return;
  throw new ThreadkitError('tool', `There is no tool named "${name}". The tools are: ${names.join(', ')}.`);
}
