'use client';

import type { RunStepStatus } from '@threadkit/core';
import type { ComponentProps, ReactNode } from 'react';
import { formatDuration } from '../../internals/format.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import * as RunStep from '../../tool/run-step/index.ts';
import { describeReasoning } from './describe-reasoning.ts';
import { ReasoningText } from './reasoning-text.tsx';

/** Props of `Reasoning`. */
export interface ReasoningProps extends Omit<ComponentProps<typeof RunStep.Root>, 'icon' | 'status'> {
  /** What the model showed of its reasoning, as markdown. With an empty text the row does not expand. */
  text: string;
  /** The status of the step. */
  stepStatus: RunStepStatus;
  /** Elapsed milliseconds. */
  durationMs?: number | undefined;
}

/**
 * The reasoning of a model: a row on the thread line with its time, which expands to the text. Long text is collapsed. Renders a
 * `<div>`.
 */
export function Reasoning({ text, stepStatus, durationMs = 0, ...props }: ReasoningProps): ReactNode {
  const strings = useStrings();
  const isThinking = stepStatus === 'in_progress';
  const duration = durationMs >= 1 ? formatDuration(durationMs, strings.languageTag) : '';
  const { icon, progress, label, note } = describeReasoning(stepStatus, duration, strings);
  const row = (
    <>
      <RunStep.Label>{label}</RunStep.Label>
      <RunStep.Detail>{note}</RunStep.Detail>
      {isThinking && duration && <RunStep.Duration>{duration}</RunStep.Duration>}
    </>
  );
  return (
    <RunStep.Root icon={icon} status={progress} {...props}>
      {text === '' ? (
        <RunStep.Row>{row}</RunStep.Row>
      ) : (
        <>
          <RunStep.Trigger>{row}</RunStep.Trigger>
          <RunStep.Content>
            <ReasoningText text={text} isStreaming={isThinking} />
          </RunStep.Content>
        </>
      )}
    </RunStep.Root>
  );
}
