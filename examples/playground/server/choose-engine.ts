import type { Engine } from '@threadkit/server';
import { scripted } from '@threadkit/server';
import { chatCompletions } from '@threadkit/server/engines/chat-completions';

export interface ChosenEngine {
  readonly engine: Engine;
  readonly model: string;
  /** Describes the engine in the terminal. */
  readonly description: string;
}

/**
 * A model when `OPENAI_API_KEY` or `OPENAI_BASE_URL` is set, the scripted engine otherwise.
 *
 * @param paceMs - milliseconds between two pieces of a scripted response; by default the pace of the scripted engine
 */
export function chooseEngine(
  env: Readonly<Record<string, string | undefined>>,
  paceMs?: number,
): ChosenEngine {
  const apiKey = env['OPENAI_API_KEY'];
  const baseURL = env['OPENAI_BASE_URL'];
  if (!apiKey && !baseURL) {
    return {
      engine: scripted(paceMs === undefined ? {} : { paceMs }),
      model: 'scripted',
      description: 'the scripted engine (set OPENAI_API_KEY or OPENAI_BASE_URL for a model)',
    };
  }
  const model = env['OPENAI_MODEL'] || (baseURL ? undefined : 'gpt-4.1-mini');
  if (model === undefined) {
    throw new Error(`OPENAI_BASE_URL is ${baseURL}: please set OPENAI_MODEL to a model that it serves.`);
  }
  return {
    engine: chatCompletions({ apiKey: apiKey || 'none', model, ...(baseURL ? { baseURL } : {}) }),
    model,
    description: baseURL ? `${model} at ${baseURL}` : model,
  };
}
