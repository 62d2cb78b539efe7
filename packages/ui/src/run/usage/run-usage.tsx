'use client';

import type { RunCompletionUsage } from '@threadkit/core';
import type { ReactNode } from 'react';
import { formatCount } from '../../internals/format.ts';
import { type PrimitiveProps, renderPart } from '../../internals/render-part.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';
import { calculateCost, formatCost, type TokenPrices } from './calculate-cost.ts';

/** Props of `RunUsage`. */
export interface RunUsageProps extends Omit<PrimitiveProps<'dl'>, 'children' | 'asChild'> {
  /** Usage of a run or a step. `null` while it is active: nothing is rendered. */
  usage: RunCompletionUsage | null;
  /** Prices of the model's tokens. Omit to show no cost. */
  prices?: TokenPrices | undefined;
}

/** Input and output tokens, with their cost if prices are given. Renders a `<dl>`. */
export function RunUsage({ usage, prices, ...props }: RunUsageProps): ReactNode {
  const strings = useStrings();
  if (!usage) return null;
  const format = (count: number): string => formatCount(count, strings.languageTag);
  const cached = usage.prompt_token_details?.cached_tokens ?? 0;
  const reasoning = usage.completion_tokens_details?.reasoning_tokens ?? 0;
  const items = [
    {
      label: strings.usage.input,
      value: format(usage.prompt_tokens),
      part: cached > 0 && strings.usage.cached(format(cached)),
    },
    {
      label: strings.usage.output,
      value: format(usage.completion_tokens),
      part: reasoning > 0 && strings.usage.reasoning(format(reasoning)),
    },
    prices && {
      label: strings.usage.cost,
      value: formatCost(calculateCost(usage, prices), prices.currency, strings.languageTag),
      part: false,
    },
  ].filter((item) => item !== undefined);
  return renderPart('dl', 'run-usage', {
    'aria-label': strings.usage.label,
    ...props,
    children: items.map(({ label, value, part }) => (
      <div key={label} data-slot="run-usage-item">
        <dt>{label}</dt>
        <dd>
          <span data-slot="run-usage-value">{value}</span>
          {part !== false && <span data-slot="run-usage-part">{part}</span>}
        </dd>
      </div>
    )),
  });
}
