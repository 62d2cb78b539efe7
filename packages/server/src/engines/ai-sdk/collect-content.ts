import type { KeptPart } from './kept-content.ts';
import type { ProviderMetadata } from './provider-metadata.ts';

/** Longer content is dropped whole: providers refuse a part of it. */
const MAX_CHARS = 1_000_000;
/** What a part costs besides its text. */
const CHARS_PER_PART = 50;

type Block = Extract<KeptPart, { type: 'text' | 'reasoning' }>;

/** Collects the parts of a model call in the order in which the provider needs them back. */
export interface ContentCollector {
  /**
   * The parts; undefined when there is nothing but text and function calls, which the thread has as well, or when they exceed the
   * limit.
   */
  readonly content: readonly KeptPart[] | undefined;
  /** Begins a block of text or reasoning. Providers repeat ids of blocks that have ended. */
  begin(type: Block['type'], id: string, metadata: ProviderMetadata | undefined): void;
  /** Appends to a block. The last metadata wins. */
  append(type: Block['type'], id: string, text: string, metadata: ProviderMetadata | undefined): void;
  /** Adds a whole part. */
  add(part: KeptPart): void;
}

export function createContentCollector(): ContentCollector {
  let parts: KeptPart[] = [];
  let chars = 0;
  const blocks = new Map<string, number>();

  function put(index: number, part: KeptPart, added: number): void {
    chars += added;
    if (chars > MAX_CHARS) {
      parts = [];
      blocks.clear();
    } else parts[index] = part;
  }

  return {
    get content() {
      const isPlain = parts.every(
        (part) => part.type === 'function-call' || (part.type === 'text' && !part.providerOptions),
      );
      return isPlain || chars > MAX_CHARS ? undefined : parts;
    },

    begin(type, id, metadata) {
      if (chars > MAX_CHARS) return;
      blocks.set(`${type} ${id}`, parts.length);
      put(
        parts.length,
        { type, text: '', ...(metadata && { providerOptions: metadata }) },
        CHARS_PER_PART + id.length + lengthOf(metadata),
      );
    },

    append(type, id, text, metadata) {
      if (chars > MAX_CHARS) return;
      const index = blocks.get(`${type} ${id}`) ?? parts.length;
      const known = parts[index];
      blocks.set(`${type} ${id}`, index);
      const before: Block = known?.type === type ? known : { type, text: '' };
      put(
        index,
        { ...before, text: before.text + text, ...(metadata && { providerOptions: metadata }) },
        (known ? 0 : CHARS_PER_PART + id.length) + text.length + lengthOf(metadata),
      );
    },

    add(part) {
      if (chars <= MAX_CHARS) put(parts.length, part, CHARS_PER_PART + JSON.stringify(part).length);
    },
  };
}

function lengthOf(metadata: ProviderMetadata | undefined): number {
  return metadata ? JSON.stringify(metadata).length : 0;
}
