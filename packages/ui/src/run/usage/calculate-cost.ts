import type { RunCompletionUsage } from '@threadkit/core';

const MILLION = 1_000_000;

/** The prices of a model's tokens, in units of the currency (dollars, not cents). */
export interface TokenPrices {
  /** ISO 4217: `'USD'`. */
  readonly currency: string;
  /** Price of one million input tokens, in `currency`. */
  readonly inputPerMillion: number;
  /** For input tokens from the provider's cache. @defaultValue `inputPerMillion` */
  readonly cachedInputPerMillion?: number | undefined;
  /** Price of one million output tokens, in `currency`. */
  readonly outputPerMillion: number;
}

/** The cost of a usage in units of the currency, not rounded. Reasoning tokens are part of the output. */
export function calculateCost(usage: RunCompletionUsage, prices: TokenPrices): number {
  const cached = usage.prompt_token_details?.cached_tokens ?? 0;
  const fresh = Math.max(0, usage.prompt_tokens - cached);
  const cachedPrice = prices.cachedInputPerMillion ?? prices.inputPerMillion;
  return (
    (fresh * prices.inputPerMillion +
      cached * cachedPrice +
      usage.completion_tokens * prices.outputPerMillion) /
    MILLION
  );
}

/** `$1.25`; amounts below one unit with two significant digits: `$0.0043`. */
export function formatCost(cost: number, currency: string, languageTag: string): string {
  const small = cost > 0 && cost < 1 ? { maximumSignificantDigits: 2 } : {};
  return new Intl.NumberFormat(languageTag, { style: 'currency', currency, ...small }).format(cost);
}
