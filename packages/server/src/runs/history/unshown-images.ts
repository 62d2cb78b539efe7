import type { RunStepObject } from '@threadkit/core/api';

/** The images that the code of a run has made since its last message, which the next message shows. Steps are ordered oldest first. */
export function unshownImages(steps: readonly RunStepObject[]): readonly string[] {
  let images: string[] = [];
  for (const { status, step_details: details } of steps) {
    if (status !== 'completed') continue;
    if (details.type === 'message_creation') images = [];
    if (details.type !== 'tool_calls') continue;
    for (const call of details.tool_calls) {
      if (call.type !== 'code_interpreter' || call.executed_by !== 'server') continue;
      for (const output of call.code_interpreter.outputs) {
        if (output.type === 'image') images.push(output.image.file_id);
      }
    }
  }
  return images;
}
