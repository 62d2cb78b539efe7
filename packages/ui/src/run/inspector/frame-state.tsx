'use client';

import type { MessageObject, RunStepObject } from '@threadkit/core';
import type { RunFrame } from '@threadkit/react';
import { type ReactNode, useId, useState } from 'react';
import type { InspectorWords } from '../../locales/inspector-strings.ts';
import { useWords } from '../../locales/locale-provider.tsx';
import { plainText } from '../../message/plain-text.ts';
import * as ToolOutput from '../../tool/output/index.ts';
import { useCallsLabel } from '../timeline/use-calls-label.ts';

export interface FrameStateProps {
  frame: RunFrame;
  words: InspectorWords;
}

/** What was known of the run after one event: its status, its steps, the text so far; all of it as JSON on demand. */
export function FrameState({ frame, words }: FrameStateProps): ReactNode {
  const { run, steps, messages } = frame.state;
  const all = useWords();
  const callsLabel = useCallsLabel();
  return (
    <div data-slot="run-inspector-state">
      <ToolOutput.Root>
        <ToolOutput.Section label={words.run}>
          {run ? (
            <>
              {all.run.status[run.status]} <Wire>{run.status}</Wire>
            </>
          ) : (
            words.none
          )}
        </ToolOutput.Section>
        <ToolOutput.Section label={words.steps}>
          {steps.length === 0 && words.none}
          {steps.map((step: RunStepObject) => (
            <div key={step.id}>
              {callsLabel(step)} <Wire>{step.status}</Wire>
            </div>
          ))}
        </ToolOutput.Section>
        <ToolOutput.Section label={words.text}>
          {messages.every((message) => plainText(message) === '') && words.none}
          {messages.map((message: MessageObject) => (
            <div key={message.id} data-slot="run-inspector-text">
              {plainText(message)}
            </div>
          ))}
        </ToolOutput.Section>
        <Json label={words.event} value={frame.event} />
        <Json label={words.state} value={frame.state} />
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
