import type { FunctionTool, ToolChoice } from '@threadkit/core/api';
import { builtInCall } from './built-in-calls.ts';
import { splitName, splitWords } from './words.ts';

/** Words of tool names that carry no meaning. */
const COMMON = new Set(
  'get set use run call tool function fetch make add new all the and for with from this that what which about current my your'.split(
    ' ',
  ),
);

/**
 * The tools that a message asks for: those whose name shares a meaningful word with it, and built-in ones by words of their own. When one tool's matches include
 * another's, only the former is chosen. A forced choice is respected.
 */
export function chooseTools(
  message: string,
  tools: readonly FunctionTool[],
  choice: ToolChoice | null | undefined,
): FunctionTool[] {
  if (typeof choice === 'object' && choice !== null) {
    return tools.filter((tool) => tool.function.name === choice.function?.name);
  }
  const words = new Set(splitWords(message));
  const hits = tools
    .map((tool) => ({ tool, words: wordsOf(tool).filter((word) => words.has(word)) }))
    .filter((hit) => hit.words.length > 0);
  const chosen = hits.filter(
    (hit) =>
      !hits.some(
        (other) =>
          other.words.length > hit.words.length && hit.words.every((word) => other.words.includes(word)),
      ),
  );
  if (chosen.length === 0 && choice === 'required') return tools.slice(0, 1);
  return chosen.map(({ tool }) => tool);
}

function wordsOf(tool: FunctionTool): string[] {
  return [...(builtInCall(tool)?.words ?? meaningfulWords(tool.function.name))];
}

function meaningfulWords(name: string): string[] {
  const words = [...new Set(splitName(name))];
  const meaningful = words.filter((word) => word.length > 2 && !COMMON.has(word));
  return meaningful.length > 0 ? meaningful : words;
}
