'use client';

import type { MessageObject, RunStepObject } from '@threadkit/core';
import type { RecordedEvent } from '@threadkit/react';
import type { ReactNode } from 'react';
import { CollapsibleContent, CollapsibleRoot, CollapsibleTrigger } from '../../internals/collapsible.tsx';
import type { InspectorStrings } from '../../locales/inspector-strings.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import { plainText } from '../../message/plain-text.ts';
import * as ToolOutput from '../../tool/output/index.ts';
import { useStepLabel } from '../timeline/use-step-label.ts';

export interface RecordedStateProps {
  recorded: RecordedEvent;
  strings: InspectorStrings;
}

/** The run's state after one event: status, steps and text, with the event and the whole state as collapsible JSON. */
export function RecordedState({ recorded, strings }: RecordedStateProps): ReactNode {
  const { run, steps, messages } = recorded.state;
  const all = useStrings();
  const stepLabel = useStepLabel();
  return (
    <div data-slot="run-inspector-state">
      <ToolOutput.Root>
        <ToolOutput.Section label={strings.run}>
          {run ? (
            <>
              {all.run.status[run.status]} <ApiStatus>{run.status}</ApiStatus>
            </>
          ) : (
            strings.empty
          )}
        </ToolOutput.Section>
        <ToolOutput.Section label={strings.steps}>
          {steps.length === 0 && strings.empty}
          {steps.map((step: RunStepObject) => (
            <div key={step.id}>
              {stepLabel(step)} <ApiStatus>{step.status}</ApiStatus>
            </div>
          ))}
        </ToolOutput.Section>
        <ToolOutput.Section label={strings.text}>
          {messages.every((message) => plainText(message) === '') && strings.empty}
          {messages.map((message: MessageObject) => (
            <div key={message.id} data-slot="run-inspector-text">
              {plainText(message)}
            </div>
          ))}
        </ToolOutput.Section>
        <Json label={strings.event} value={recorded.event} />
        <Json label={strings.state} value={recorded.state} />
      </ToolOutput.Root>
    </div>
  );
}

/** The status in the API's own term, beside the translated one. */
function ApiStatus({ children }: { children: string }): ReactNode {
  return <span data-slot="run-inspector-status">{children}</span>;
}

/** Collapsible JSON. Keeps its open state while the slider moves from event to event. */
function Json({ label, value }: { label: string; value: unknown }): ReactNode {
  return (
    <CollapsibleRoot data-slot="run-inspector-json">
      <CollapsibleTrigger data-slot="tool-output-more">{label}</CollapsibleTrigger>
      <CollapsibleContent>
        <JsonText value={value} />
      </CollapsibleContent>
    </CollapsibleRoot>
  );
}

/** A component, so that nothing is serialized while the collapsible is closed. */
function JsonText({ value }: { value: unknown }): ReactNode {
  return <ToolOutput.Text language="json">{JSON.stringify(value, null, 2)}</ToolOutput.Text>;
}
