import type { FunctionTool, ToolChoice } from '@threadkit/core/api';
import type OpenAI from 'openai';
import type { EngineInput } from '../engine.ts';
import { toParameters } from '../provider/request-values.ts';
import type { ChatCompletionsDialect } from './dialect.ts';

type Request = OpenAI.Chat.Completions.ChatCompletionCreateParamsStreaming;

/** The functions that the request lists: fewer than those of the run when the provider's `tool_choice` cannot say which to call. */
export function listedTools(
  { tools, settings: { toolChoice } }: EngineInput,
  { forcedTool, withheldTools }: ChatCompletionsDialect,
): readonly FunctionTool[] {
  if (toolChoice === 'none' && withheldTools === 'no-tools') return [];
  const forced = forcedTool === 'only-tool' ? forcedName(toolChoice) : undefined;
  const only = tools.filter((tool) => tool.function.name === forced);
  return only.length > 0 ? only : tools;
}

/** The fields of the request about tools; none without tools. */
export function toTools({ tools, settings }: EngineInput, dialect: ChatCompletionsDialect): Partial<Request> {
  if (tools.length === 0) return {};
  const takesStrict = !dialect.omit?.includes('strict');
  return {
    tools: tools.map(({ function: { name, description, parameters, strict } }) => ({
      type: 'function' as const,
      function: {
        name,
        ...(description !== undefined && { description }),
        ...(parameters && { parameters: toParameters(parameters) }),
        ...(strict && takesStrict && { strict }),
      },
    })),
    ...toToolChoice(settings.toolChoice, dialect),
    ...(settings.parallelToolCalls === false && { parallel_tool_calls: false }),
  };
}

function toToolChoice(
  choice: ToolChoice | null | undefined,
  { forcedTool }: ChatCompletionsDialect,
): Pick<Request, 'tool_choice'> {
  if (choice === 'required' || choice === 'none') return { tool_choice: choice };
  const name = forcedName(choice);
  if (name === undefined) return {};
  if (forcedTool === 'only-tool') return { tool_choice: 'required' };
  return { tool_choice: { type: 'function', function: { name } } };
}

function forcedName(choice: ToolChoice | null | undefined): string | undefined {
  return typeof choice === 'object' && choice?.type === 'function' ? choice.function?.name : undefined;
}
