'use client';

import type { RunUsage as WireRunUsage } from '@threadkit/core';
import type { ReactNode } from 'react';
import { formatCount } from '../../internals/format.ts';
import { type PartProps, renderPart } from '../../internals/render-part.tsx';
import { useWords } from '../../locales/locale-provider.tsx';
import { costOf, formatCost, type TokenPrices } from './cost-of.ts';

export interface RunUsageProps extends Omit<PartProps<'dl'>, 'children' | 'asChild'> {
  /** A run's or a step's. Null while it lives: nothing is rendered. */
  usage: WireRunUsage | null;
  /** What the model's tokens cost. Left out: no cost is shown. */
  prices?: TokenPrices | undefined;
}

/** Tokens read and written, and what they cost where prices are given. Renders a `<dl>`. */
export function RunUsage({ usage, prices, ...props }: RunUsageProps): ReactNode {
  const words = useWords();
  if (!usage) return null;
  const tokens = (count: number): string => words.run.tokens(count, formatCount(count, words.locale));
  const cached = usage.prompt_token_details?.cached_tokens ?? 0;
  const reasoning = usage.completion_tokens_details?.reasoning_tokens ?? 0;
  const facts = [
    {
      label: words.usage.input,
      value: tokens(usage.prompt_tokens),
      part: cached > 0 && words.usage.cached(formatCount(cached, words.locale)),
    },
    {
      label: words.usage.output,
      value: tokens(usage.completion_tokens),
      part: reasoning > 0 && words.usage.reasoning(formatCount(reasoning, words.locale)),
    },
    prices && {
      label: words.usage.cost,
      value: formatCost(costOf(usage, prices), prices.currency, words.locale),
      part: false,
    },
  ].filter((fact) => fact !== undefined);
  return renderPart('dl', 'run-usage', {
    'aria-label': words.usage.label,
    ...props,
    children: facts.map(({ label, value, part }) => (
      <div key={label} data-slot="run-usage-fact">
        <dt>{label}</dt>
        <dd>
          <span data-slot="run-usage-value">{value}</span>
          {part !== false && <span data-slot="run-usage-part">{part}</span>}
        </dd>
      </div>
    )),
  });
}
