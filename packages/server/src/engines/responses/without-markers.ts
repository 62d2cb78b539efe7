import type { TextContentPart } from '@threadkit/core/api';

/** The text without the citation markers that this engine put into it: the model did not write them. */
export function withoutMarkers({ text: { value, annotations } }: TextContentPart): string {
  const markers = annotations
    .filter(({ type, text }) => type === 'file_citation' && text.startsWith('【'))
    .filter(({ text, start_index: start, end_index: end }) => value.slice(start, end) === text)
    .toSorted((one, other) => one.start_index - other.start_index);
  let kept = '';
  let from = 0;
  for (const { start_index: start, end_index: end } of markers) {
    if (start < from) continue;
    kept += value.slice(from, start);
    from = end;
  }
  return kept + value.slice(from);
}
