import type { FileSearchResult, FileSearchToolCall, RunStepObject } from '@threadkit/core';
import { citationNumber } from '@threadkit/core/api';
import type { Citation } from './collect-citations.ts';

/** Cards show the beginning of longer passages. */
const MAX_PASSAGE_CHARS = 600;

type Steps = readonly Pick<RunStepObject, 'step_details'>[];
type Cited = Pick<Citation, 'id' | 'marker'>;

/** The passage that a marker of Threadkit's server names: by the number of the call, and that of the result. */
export function findPassage(steps: Steps, citation: Cited): string | undefined {
  const [number, index] = numbersIn(citation.marker);
  // Rarely, two calls share a number: the file decides.
  const found = searchesIn(steps)
    .filter(({ id }) => citationNumber(id) === number)
    .map((call) => call.file_search.results ?? []);
  const named = index === undefined ? [] : found.flatMap((results) => results[index] ?? []);
  return textOf([...named, ...found.flat()].find(isOf(citation)));
}

/** For markers of other backends, whose first number says nothing: the only passage of the file with that index. */
export function guessPassage(steps: Steps, citation: Cited): string | undefined {
  const [, index = 0] = numbersIn(citation.marker);
  const found = searchesIn(steps).flatMap(({ file_search: { results = [] } }) => {
    const result = results[index];
    return result?.file_id === citation.id ? [textOf(result)] : [];
  });
  return new Set(found).size === 1 ? found[0] : undefined;
}

function searchesIn(steps: Steps): readonly FileSearchToolCall[] {
  return steps.flatMap(({ step_details: details }) =>
    details.type === 'tool_calls' ? details.tool_calls.filter((call) => call.type === 'file_search') : [],
  );
}

const isOf =
  ({ id }: Cited) =>
  ({ file_id: fileId }: FileSearchResult): boolean =>
    fileId === id;

function textOf(result: FileSearchResult | undefined): string | undefined {
  const text = (result?.content ?? [])
    .map((part) => part.text ?? '')
    .join('\n')
    .trim();
  if (text === '') return undefined;
  return text.length > MAX_PASSAGE_CHARS ? `${text.slice(0, MAX_PASSAGE_CHARS).trimEnd()}…` : text;
}

function numbersIn(marker: string): readonly (number | undefined)[] {
  return Array.from(marker.matchAll(/\d+/g), ([digits]) => Number(digits)).slice(0, 2);
}
