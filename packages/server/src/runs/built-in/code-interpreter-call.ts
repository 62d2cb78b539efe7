import type { CodeInterpreterToolCall, FunctionTool } from '@threadkit/core/api';

/** `code_interpreter` as the model sees it. */
export const CODE_INTERPRETER_FUNCTION: FunctionTool = {
  type: 'function',
  function: {
    name: 'code_interpreter',
    description:
      'Executes Python code in a sandbox without network, and returns what it prints. Variables and files stay between calls. Files of the conversation are in /mnt/data. Files that the user should get are written there too, and linked in the response as sandbox:/mnt/data/NAME.',
    parameters: {
      type: 'object',
      properties: { code: { type: 'string', description: 'Python code.' } },
      required: ['code'],
      additionalProperties: false,
    },
  },
};

/** The arguments of a call, for the history of a model call. */
export function codeArguments({ code_interpreter: { input } }: CodeInterpreterToolCall): string {
  return JSON.stringify({ code: input });
}

/** What the model reads of a call. */
export function codeOutput({ code_interpreter: { outputs } }: CodeInterpreterToolCall): string {
  if (outputs.length === 0) return JSON.stringify({ logs: '', note: 'The code has printed nothing.' });
  const logs = outputs.flatMap((output) => (output.type === 'logs' ? [output.logs] : [])).join('');
  const images = outputs.flatMap((output) => (output.type === 'image' ? [output.image.file_id] : []));
  return JSON.stringify({
    logs,
    ...(images.length > 0 && { images, note: 'The user sees these images.' }),
  });
}
