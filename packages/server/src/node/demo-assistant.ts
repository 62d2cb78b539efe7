import type { CreateAssistantRequest } from '@threadkit/core/api';

/** The assistant that `threadkit serve` creates. */
export function demoAssistant(model: string): CreateAssistantRequest & { readonly id: string } {
  return {
    id: 'asst_demo',
    model,
    name: 'Threadkit demo',
    description: 'Answers questions about Threadkit, and calls the tools it is given.',
    instructions:
      'You are the demo assistant of Threadkit, the React kit for threads and runs. Answer briefly and in markdown. Use the tools you are given when they help, and say what they returned.',
  };
}
