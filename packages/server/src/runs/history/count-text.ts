import type { ContextWindow } from '../../engines/engine.ts';
import { estimateTokens } from '../../shared/estimate-tokens.ts';
import { quoteForLog } from '../../shared/log.ts';

/** Some tokenizers take quadratic time for a long word, so that they get a long text in pieces of this many characters. */
const PIECE_CHARS = 8000;
/** The longest tokens are runs of white space. A count below one token for so many characters is nonsense. */
const MAX_CHARS_PER_TOKEN = 128;
/** A token has at least one byte of UTF-8. */
const MAX_TOKENS_PER_CHAR = 3;
/** Counted instead of the text of a user, to learn why a tokenizer throws. */
const PROBE = 'Hello';
/** Special tokens that a tokenizer adds to each text. */
const MAX_EXTRA_TOKENS = 16;

/**
 * Counts the tokens of a text with `countTokens` of the engine. When it throws or returns nonsense, `onFault` gets the reason, and
 * tokens are estimated from then on.
 */
export function createTextCounter(
  engine: Pick<ContextWindow, 'countTokens'>,
  model: string,
  onFault: (reason: string) => void,
): (text: string) => number {
  let isUsable = engine.countTokens !== undefined;

  /** Undefined when it cannot be counted. */
  function countPiece(piece: string): number | undefined {
    let count: unknown;
    try {
      count = engine.countTokens?.(piece, model);
    } catch (error) {
      onFault(`threw ${describeThrown(error, () => engine.countTokens?.(PROBE, model))}`);
      return undefined;
    }
    if (typeof count === 'number' && isPlausible(count, piece.length)) return count;
    onFault(`returned ${describeCount(count)}`);
    // The rejection of an async function would end the process.
    if (count instanceof Promise) count.catch(() => {});
    return undefined;
  }

  return (text) => {
    let tokens = 0;
    for (let start = 0; isUsable && start < text.length; start += PIECE_CHARS) {
      const count = countPiece(text.slice(start, start + PIECE_CHARS));
      if (count === undefined) isUsable = false;
      else tokens += count;
    }
    return isUsable ? tokens : estimateTokens(text);
  };
}

/** The message of an error may quote the text, so the one that is shown is of a call with a text of this server. */
function describeThrown(error: unknown, probe: () => unknown): string {
  const name = error instanceof Error ? quoteForLog(error.name) : 'a value';
  try {
    const count = probe();
    if (count instanceof Promise) count.catch(() => {});
    return `${name} for a text of the thread, and nothing for ${JSON.stringify(PROBE)}`;
  } catch (shown) {
    const message = shown instanceof Error ? shown.message : String(shown);
    return `${name} (for ${JSON.stringify(PROBE)}: ${quoteForLog(message)})`;
  }
}

function isPlausible(count: number, chars: number): boolean {
  return count >= chars / MAX_CHARS_PER_TOKEN && count <= chars * MAX_TOKENS_PER_CHAR + MAX_EXTRA_TOKENS;
}

function describeCount(count: unknown): string {
  if (typeof count !== 'number') return `a value of type ${typeof count}, and not a number`;
  return Number.isFinite(count) ? `${count}, which cannot be the tokens of the text` : String(count);
}
