'use client';

import type { MessageObject, RunStepObject } from '@threadkit/core';
import type { RunFrame } from '@threadkit/react';
import { type ReactNode, useId, useState } from 'react';
import type { InspectorStrings } from '../../locales/inspector-strings.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import { plainText } from '../../message/plain-text.ts';
import * as ToolOutput from '../../tool/output/index.ts';
import { useCallsLabel } from '../timeline/use-calls-label.ts';

export interface FrameStateProps {
  frame: RunFrame;
  strings: InspectorStrings;
}

/** What was known of the run after one event: its status, its steps, the text so far; all of it as JSON on demand. */
export function FrameState({ frame, strings }: FrameStateProps): ReactNode {
  const { run, steps, messages } = frame.state;
  const all = useStrings();
  const callsLabel = useCallsLabel();
  return (
    <div data-slot="run-inspector-state">
      <ToolOutput.Root>
        <ToolOutput.Section label={strings.run}>
          {run ? (
            <>
              {all.run.status[run.status]} <Wire>{run.status}</Wire>
            </>
          ) : (
            strings.none
          )}
        </ToolOutput.Section>
        <ToolOutput.Section label={strings.steps}>
          {steps.length === 0 && strings.none}
          {steps.map((step: RunStepObject) => (
            <div key={step.id}>
              {callsLabel(step)} <Wire>{step.status}</Wire>
            </div>
          ))}
        </ToolOutput.Section>
        <ToolOutput.Section label={strings.text}>
          {messages.every((message) => plainText(message) === '') && strings.none}
          {messages.map((message: MessageObject) => (
            <div key={message.id} data-slot="run-inspector-text">
              {plainText(message)}
            </div>
          ))}
        </ToolOutput.Section>
        <Json label={strings.event} value={frame.event} />
        <Json label={strings.state} value={frame.state} />
      </ToolOutput.Root>
    </div>
  );
}

/** The wire's own word, beside ours. */
function Wire({ children }: { children: string }): ReactNode {
  return <span data-slot="run-inspector-wire">{children}</span>;
}

/** Stays open from event to event, so that what changes can be seen. */
function Json({ label, value }: { label: string; value: unknown }): ReactNode {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div data-slot="run-inspector-json">
      <button
        type="button"
        data-slot="tool-output-more"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      <div id={id} hidden={!open}>
        {open && <ToolOutput.Text language="json">{JSON.stringify(value, null, 2)}</ToolOutput.Text>}
      </div>
    </div>
  );
}
