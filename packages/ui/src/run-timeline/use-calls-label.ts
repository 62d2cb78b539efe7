'use client';

import type { RunStepObject } from '@threadkit/core';
import { describeToolCall } from '../tool-call/describe-tool-call.ts';
import { findToolView } from '../tool-view/tool-view.ts';
import { useToolViews } from '../tool-view/tool-views-context.tsx';
import { useWords } from '../words/words-provider.tsx';

/** How the calls of a step are spoken of in one phrase, by the views and the words around. */
export function useCallsLabel(): (step: RunStepObject) => string {
  const words = useWords();
  const views = useToolViews();
  return ({ status, step_details: details }) =>
    details.type === 'tool_calls'
      ? words.tool.list(
          details.tool_calls.map((call) => {
            const view = call.type === 'function' ? findToolView(views, call.function.name) : undefined;
            return describeToolCall({ call, stepStatus: status, view }, words).label;
          }),
        )
      : words.message.assistant;
}
