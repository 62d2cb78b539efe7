import type { Annotation, FileSearchResult } from '@threadkit/core/api';
import type { EngineInput } from '../engine.ts';
import { playText } from './play-text.ts';
import type { ScriptStep } from './script-step.ts';

const RESULTS: readonly (FileSearchResult & { readonly marker: string })[] = [
  found('file-scripted-handbook', 'handbook.md', 0.92, '【4:0†handbook.md】', [
    'Refunds are paid within 14 days of the return. The original means of payment is used.',
  ]),
  found('file-scripted-shipping', 'shipping.pdf', 0.81, '【4:1†shipping.pdf】', [
    'Returns are free within the European Union. Elsewhere the customer pays the postage.',
  ]),
  found('file-scripted-handbook', 'handbook.md', 0.64, '【4:2†handbook.md】', [
    'Opened software cannot be returned.',
  ]),
];

const [first, second, third] = RESULTS.map(({ marker }) => marker);
const RESPONSE = `Refunds are paid **within 14 days** of the return, by the original means of payment ${first}.

- Inside the European Union the return is free ${second}.
- Elsewhere the customer pays the postage ${second}.

One exception: opened software cannot be returned ${third}. 🙂

*These files do not exist: this is the scripted engine, and nothing was searched.*`;

/** Plays a search with results and scores, then a response with citations at their exact positions. */
export function* playCite(input: EngineInput): Generator<ScriptStep> {
  yield { type: 'hosted-call', index: 0, call: { type: 'file_search', file_search: {} } };
  yield { type: 'pause', pieces: 40 };
  yield {
    type: 'hosted-call',
    index: 0,
    call: {
      type: 'file_search',
      file_search: {
        ranking_options: { ranker: 'default_2024_08_21', score_threshold: 0 },
        results: RESULTS.map(({ marker: _marker, ...result }) => result),
      },
    },
  };
  yield* playText(input, RESPONSE, { annotations: citations(RESPONSE) });
}

function found(
  file_id: string,
  file_name: string,
  score: number,
  marker: string,
  chunks: readonly string[],
): FileSearchResult & { readonly marker: string } {
  const content = chunks.map((text) => ({ type: 'text' as const, text }));
  return { file_id, file_name, score, attributes: {}, content, marker };
}

/** Citations at the positions of the markers, in UTF-16 code units. */
function citations(text: string): Annotation[] {
  return Array.from(text.matchAll(/【[^【】]*】/g), ({ 0: marker, index }) => ({
    type: 'file_citation',
    text: marker,
    start_index: index,
    end_index: index + marker.length,
    file_citation: { file_id: RESULTS.find((result) => result.marker === marker)?.file_id ?? '' },
  }));
}
