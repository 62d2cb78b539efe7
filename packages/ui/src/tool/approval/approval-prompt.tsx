'use client';

import type { JsonSchema } from '@threadkit/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useAnnounce } from '../../internals/announcer.tsx';
import { Button } from '../../internals/button.tsx';
import { formatCount } from '../../internals/format.ts';
import { lazyPart } from '../../internals/lazy-part.tsx';
import { NoWrap } from '../../internals/no-wrap.tsx';
import { loadLazyParts } from '../../load-lazy-parts.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import type { Decision } from '../describe-tool-call.ts';
import { KeyValueList } from '../output/key-value-list.tsx';
import { summarizeArguments } from '../output/key-values.ts';
import { findToolView } from '../tool-view.ts';
import { useToolViews } from '../tool-views-context.tsx';
import { describeApproval, type WaitingCall } from './describe-approval.ts';
import { hasEditableFields } from './has-editable-fields.ts';
import {
  ToolApprovalActions,
  ToolApprovalApprove,
  ToolApprovalQuestion,
  ToolApprovalReject,
  ToolApprovalRoot,
  ToolApprovalTimeLeft,
} from './tool-approval.tsx';

/** Props of `ToolApproval.Prompt`. */
export interface ApprovalPromptProps {
  /** The calls that wait for the user's decision; at least one. */
  calls: readonly WaitingCall[];
  /** The current time in Unix milliseconds. */
  now: number;
  /** Returns the JSON schema of a tool's arguments, which provides the options of enum fields. */
  getSchema?: ((name: string) => JsonSchema | undefined) | undefined;
  /** Called after a call was approved or declined. */
  onDecide?: ((toolCallId: string, decision: Decision) => void) | undefined;
}

/**
 * One approval for all waiting calls: a single call with its details, several with a row each. Renders a
 * `ToolApproval.Root`, or nothing without calls.
 */
export function ApprovalPrompt(props: ApprovalPromptProps): ReactNode {
  const [only] = props.calls;
  if (!only) return null;
  return props.calls.length === 1 ? <OneCall {...props} call={only} /> : <Batch {...props} />;
}

/** Announces the question when the approval appears and when it changes, after what was wrong with the last decision. */
function useAnnouncedQuestion(question: string, problem = ''): void {
  const strings = useStrings();
  const announce = useAnnounce();
  const text = `${problem} ${strings.approval.announcement(question)}`.trim();
  // Announce the question.
  useEffect(() => announce(text), [announce, text]);
}

/** Loaded when a form is first opened. */
const EditArguments = lazyPart(loadLazyParts, (parts) => parts.EditArguments);
const DeclineReason = lazyPart(loadLazyParts, (parts) => parts.DeclineReason);

type Form = 'edit' | 'reason';

function OneCall({ call, now, getSchema, onDecide }: ApprovalPromptProps & { call: WaitingCall }): ReactNode {
  const strings = useStrings();
  const view = findToolView(useToolViews(), call.name);
  const [edited, setEdited] = useState<unknown>(call.args);
  const [form, setForm] = useState<Form>();
  // The focused button of the form unmounts: return the focus to the button that opened the form.
  const [lastForm, setLastForm] = useState<Form>();
  const { question, action, text, keyValues } = describeApproval(call, view, strings, edited);
  const schema = getSchema?.(call.name) ?? view?.tool.jsonSchema;
  const timeLeft = <ToolApprovalTimeLeft expiresAt={call.expiresAt} now={now} />;
  // Gone when the user has corrected the arguments.
  const problem =
    call.error && edited === call.args ? `${strings.approval.refused} ${call.error.message}` : '';
  useAnnouncedQuestion(question, problem);

  const decline = (reason?: string): void => {
    call.reject(reason);
    onDecide?.(call.id, 'declined');
  };
  const close = (): void => setForm(undefined);
  const opener = (name: Form, label: string): ReactNode => (
    <Button
      variant="quiet"
      autoFocus={lastForm === name}
      onClick={() => {
        setForm(name);
        setLastForm(name);
      }}
    >
      {label}
    </Button>
  );
  return (
    <ToolApprovalRoot>
      <ToolApprovalQuestion>
        <NoWrap text={question} />
      </ToolApprovalQuestion>
      {form !== 'edit' && text !== undefined && <p data-slot="tool-approval-text">{text}</p>}
      {form !== 'edit' && keyValues.length > 0 && <KeyValueList items={keyValues} />}
      {problem !== '' && <p data-slot="tool-approval-error">{problem}</p>}
      {form === undefined && (
        <ToolApprovalActions>
          <ToolApprovalApprove
            onClick={() => {
              call.approve(edited === call.args ? undefined : edited);
              onDecide?.(call.id, 'approved');
            }}
          >
            {action}
          </ToolApprovalApprove>
          <ToolApprovalReject onClick={() => decline()} />
          {call.waitReason === 'approval' &&
            hasEditableFields(call.args) &&
            opener('edit', strings.approval.edit)}
          {opener('reason', strings.approval.declineWithReason)}
          {timeLeft}
        </ToolApprovalActions>
      )}
      {form === 'edit' && (
        <EditArguments
          args={edited}
          schema={schema}
          onCancel={close}
          onSave={(args) => {
            setEdited(args);
            close();
          }}
        >
          {timeLeft}
        </EditArguments>
      )}
      {form === 'reason' && (
        <DeclineReason onCancel={close} onDecline={decline}>
          {timeLeft}
        </DeclineReason>
      )}
    </ToolApprovalRoot>
  );
}

function Batch({ calls, now, onDecide }: ApprovalPromptProps): ReactNode {
  const strings = useStrings();
  const views = useToolViews();
  const question = strings.approval.pendingCount(
    calls.length,
    formatCount(calls.length, strings.languageTag),
  );
  useAnnouncedQuestion(question);
  const decide = (call: WaitingCall, decision: Decision): void => {
    if (decision === 'approved') call.approve();
    else call.reject();
    onDecide?.(call.id, decision);
  };
  return (
    <ToolApprovalRoot>
      <ToolApprovalQuestion>
        <NoWrap text={question} />
      </ToolApprovalQuestion>
      <ul data-slot="tool-approval-rows">
        {calls.map((call) => {
          const { action, question: each } = describeApproval(call, findToolView(views, call.name), strings);
          return (
            <li key={call.id} data-slot="tool-approval-row">
              <span data-slot="run-step-label">{action}</span>
              <span data-slot="run-step-detail">{summarizeArguments(call.args, strings.tool)}</span>
              <Button
                aria-label={`${strings.approval.approve}: ${each}`}
                onClick={() => decide(call, 'approved')}
              >
                {strings.approval.approve}
              </Button>
              <Button
                variant="quiet"
                aria-label={`${strings.approval.decline}: ${each}`}
                onClick={() => decide(call, 'declined')}
              >
                {strings.approval.decline}
              </Button>
            </li>
          );
        })}
      </ul>
      <ToolApprovalActions>
        <ToolApprovalApprove onClick={() => calls.forEach((call) => decide(call, 'approved'))}>
          {strings.approval.approveAll(calls.length, formatCount(calls.length, strings.languageTag))}
        </ToolApprovalApprove>
        <ToolApprovalTimeLeft expiresAt={Math.min(...calls.map((call) => call.expiresAt))} now={now} />
      </ToolApprovalActions>
    </ToolApprovalRoot>
  );
}
