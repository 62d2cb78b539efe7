import { asText, type JsonObject } from '../provider/json-values.ts';
import type { ItemPlace } from './read-event.ts';

/** An item of the output, such as a message or a call. */
export interface OutputItem {
  /** As last received; empty before. */
  item: JsonObject;
  /** Whether the provider sent it whole. */
  isDone: boolean;
  readonly outputIndex: number | undefined;
  readonly itemId: string | undefined;
}

/** The items of an output in the order in which they began. */
export interface OutputItems {
  readonly all: readonly OutputItem[];
  /** The item that an event belongs to. An event without a place belongs to the last item. */
  at(place: ItemPlace): OutputItem;
  /** The item with this content. */
  put(place: ItemPlace, item: JsonObject, isDone: boolean): OutputItem;
}

export function createOutputItems(): OutputItems {
  const all: OutputItem[] = [];

  function find({ outputIndex, itemId }: ItemPlace): OutputItem | undefined {
    // The index first: some servers change the id with every event.
    const byIndex =
      outputIndex === undefined ? undefined : all.find((item) => item.outputIndex === outputIndex);
    if (byIndex || itemId === undefined) return byIndex;
    return all.find(
      (item) => item.itemId === itemId && (outputIndex ?? item.outputIndex) === item.outputIndex,
    );
  }

  function create({ outputIndex, itemId }: ItemPlace): OutputItem {
    const created: OutputItem = { item: {}, isDone: false, outputIndex, itemId };
    all.push(created);
    return created;
  }

  const isNowhere = ({ outputIndex, itemId }: ItemPlace) => outputIndex === undefined && itemId === undefined;

  return {
    all,

    at(place) {
      return (isNowhere(place) ? all.at(-1) : find(place)) ?? create(place);
    },

    put(place, item, isDone) {
      const last = all.at(-1);
      const candidate = isNowhere(place) && isDone && last && !last.isDone ? last : find(place);
      // An item keeps its type: another one in its place is another item.
      const found = candidate && isSameType(candidate, item) ? candidate : create(place);
      found.item = item;
      found.isDone ||= isDone;
      return found;
    },
  };
}

/** Whether both have the same type; an item of which only pieces have arrived may have any. */
function isSameType({ item: known }: OutputItem, item: JsonObject): boolean {
  const type = asText(known['type']);
  return type === undefined || type === asText(item['type']);
}
