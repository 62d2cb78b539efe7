'use client';

import type { RunStepObject } from '@threadkit/core';
import { useStrings } from '../../locales/locale-provider.tsx';
import { describeToolCall } from '../../tool/describe-tool-call.ts';
import { findToolView } from '../../tool/tool-view.ts';
import { useToolViews } from '../../tool/tool-views-context.tsx';

/** Returns a function that labels a step by its tool calls, with the tool views and the locale of the context. */
export function useCallsLabel(): (step: RunStepObject) => string {
  const strings = useStrings();
  const views = useToolViews();
  return ({ status, step_details: details }) =>
    details.type === 'tool_calls'
      ? strings.tool.joinList(
          details.tool_calls.map((call) => {
            const view = call.type === 'function' ? findToolView(views, call.function.name) : undefined;
            return describeToolCall({ call, stepStatus: status, view }, strings).label;
          }),
        )
      : strings.run.response;
}
