import type { EngineEvent } from '../engine.ts';
import { createGrowingText, type GrowingText } from '../provider/growing-text.ts';
import { textsOf } from './kept-items.ts';
import type { OutputItem } from './output-items.ts';

type ReasoningEvent = Extract<EngineEvent, { type: 'reasoning' }>;
type ReasoningKind = 'summary' | 'reasoning';

/** Summaries are written as paragraphs. */
const BETWEEN_PARTS = '\n\n';

/** Reads the reasoning that the provider shows. Of an item that has both, only the kind that arrives first is shown. */
export interface ReasoningTexts {
  read(
    item: OutputItem,
    kind: ReasoningKind,
    index: number,
    text: string,
    isWhole: boolean,
  ): Generator<ReasoningEvent>;
  /** Reads what the item has and its pieces lacked. */
  readItem(item: OutputItem): Generator<ReasoningEvent>;
}

export function createReasoningTexts(): ReasoningTexts {
  const kinds = new Map<
    OutputItem,
    { readonly kind: ReasoningKind; readonly parts: Map<number, GrowingText> }
  >();
  let current: GrowingText | undefined;

  function* read(
    item: OutputItem,
    kind: ReasoningKind,
    index: number,
    text: string,
    isWhole: boolean,
  ): Generator<ReasoningEvent> {
    if (text === '') return;
    const shown = kinds.get(item) ?? { kind, parts: new Map<number, GrowingText>() };
    kinds.set(item, shown);
    if (shown.kind !== kind) return;
    const part = shown.parts.get(index) ?? createGrowingText();
    shown.parts.set(index, part);
    const more = isWhole ? part.settle(text) : part.add(text);
    if (more === '') return;
    const isNext = current !== undefined && current !== part;
    current = part;
    yield { type: 'reasoning', text: isNext ? BETWEEN_PARTS + more : more };
  }

  return {
    read,
    *readItem(item) {
      for (const [index, text] of textsOf(item.item['summary']).entries()) {
        yield* read(item, 'summary', index, text, true);
      }
      for (const [index, text] of textsOf(item.item['content']).entries()) {
        yield* read(item, 'reasoning', index, text, true);
      }
    },
  };
}
