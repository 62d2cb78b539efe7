'use client';

import type { RunStepObject } from '@threadkit/core';
import { useStrings } from '../../locales/locale-provider.tsx';
import { describeToolCall } from '../../tool/describe-tool-call.ts';
import { findToolView } from '../../tool/tool-view.ts';
import { useToolViews } from '../../tool/tool-views-context.tsx';
import { describeReasoning } from '../reasoning/describe-reasoning.ts';

/** Returns a function that labels a step by its tool calls or reasoning, with the tool views and the locale of the context. */
export function useStepLabel(): (step: RunStepObject) => string {
  const strings = useStrings();
  const views = useToolViews();
  return ({ status, step_details: details }) => {
    if (details.type === 'reasoning') return describeReasoning(status, '', strings).label;
    if (details.type !== 'tool_calls') return strings.run.response;
    const labels = details.tool_calls.map((call) => {
      const view = call.type === 'function' ? findToolView(views, call.function.name) : undefined;
      return describeToolCall({ call, stepStatus: status, view }, strings).label;
    });
    return strings.tool.joinList(labels);
  };
}
