import type { RunCompletionUsage } from '@threadkit/core';

const MILLION = 1_000_000;

/** What a model's tokens cost, in whole units of the currency. */
export interface TokenPrices {
  /** ISO 4217: `'USD'`. */
  readonly currency: string;
  readonly inputPerMillion: number;
  /** For tokens read from the provider's cache. @defaultValue `inputPerMillion` */
  readonly cachedInputPerMillion?: number | undefined;
  readonly outputPerMillion: number;
}

/** The price of a usage, in the currency's whole units and not rounded. Reasoning is part of the output. */
export function costOf(usage: RunCompletionUsage, prices: TokenPrices): number {
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

/** `$1.25`; less than one whole unit with two digits that say something: `$0.0043`. */
export function formatCost(cost: number, currency: string, locale: string): string {
  const small = cost > 0 && cost < 1 ? { maximumSignificantDigits: 2 } : {};
  return new Intl.NumberFormat(locale, { style: 'currency', currency, ...small }).format(cost);
}
