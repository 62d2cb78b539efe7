import type { FunctionTool, ToolChoice } from '@threadkit/core/api';
import { wordsOf, wordsOfName } from './words.ts';

/** Words of tool names that say nothing about what is asked. */
const COMMON = new Set(
  'get set use run call tool function fetch make add new all the and for with from this that what which about current my your'.split(
    ' ',
  ),
);

/**
 * The tools a message asks for: those whose name shares a telling word with it. Of two that share the same
 * words the one that shares more is meant. A forced choice is obeyed.
 */
export function chooseTools(
  message: string,
  tools: readonly FunctionTool[],
  choice: ToolChoice | null | undefined,
): FunctionTool[] {
  if (typeof choice === 'object' && choice !== null) {
    return tools.filter((tool) => tool.function.name === choice.function?.name);
  }
  const said = new Set(wordsOf(message));
  const hits = tools
    .map((tool) => ({ tool, words: tellingWords(tool.function.name).filter((word) => said.has(word)) }))
    .filter(({ words }) => words.length > 0);
  const meant = hits.filter(
    ({ words }) =>
      !hits.some(
        (other) => other.words.length > words.length && words.every((word) => other.words.includes(word)),
      ),
  );
  if (meant.length === 0 && choice === 'required') return tools.slice(0, 1);
  return meant.map(({ tool }) => tool);
}

function tellingWords(name: string): string[] {
  const words = [...new Set(wordsOfName(name))];
  const telling = words.filter((word) => word.length > 2 && !COMMON.has(word));
  return telling.length > 0 ? telling : words;
}
