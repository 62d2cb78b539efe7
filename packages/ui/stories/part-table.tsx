import { ThreadkitError } from '@threadkit/core';
import type { ComponentType, ReactElement } from 'react';
import * as Attachments from '../src/composer/attachments/index.ts';
import * as kit from '../src/index.ts';
import { Markdown } from '../src/markdown/index.ts';
import * as actions from '../src/message/actions/index.ts';
import * as outputs from '../src/outputs.ts';
import * as run from '../src/run.ts';
import {
  approval,
  attachments,
  chat,
  composer,
  editor,
  question,
  server,
  step,
  thread,
} from './part-parents.tsx';
import { aFunctionCall, aMessage, aRun, aStep } from './wire-objects.ts';

/** How the contract tests render a part, and which parts of the contract apply. */
export interface PartCase {
  readonly part: ComponentType<never>;
  /** Its `data-slot`. */
  readonly slot: string;
  /** Required props. */
  readonly props?: object;
  /** Required parent. */
  readonly within?: (part: ReactElement) => ReactElement;
  /**
   * Supports `asChild`, with this content in the child. `undefined`: the part renders its own content, and its type has no
   * `asChild`.
   */
  readonly asChild?: { readonly tag: string; readonly inside?: string };
  /** Children of the part without `asChild`. */
  readonly children?: string;
}

const { AssistantEditor, Composer, Message, Notice, RunStep, Thread, ToolApproval } = kit;
const { ToolOutput } = outputs;

const noop = (): void => undefined;
const error = new ThreadkitError('network', 'The server did not respond.');
const usage = { prompt_tokens: 12, completion_tokens: 5, total_tokens: 17 };
const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

const div = { tag: 'div', inside: 'Inside' };
const span = { tag: 'span', inside: 'Inside' };
const p = { tag: 'p', inside: 'Inside' };
const button = { tag: 'button', inside: 'Inside' };
const field = { slot: 'editor-field', within: editor };

/** Every part that renders one element, by its exported name. */
export const PARTS: Readonly<Record<string, PartCase>> = {
  'AssistantEditor.Root': { part: AssistantEditor.Root, slot: 'assistant-editor', within: server },
  'AssistantEditor.Name': { part: AssistantEditor.Name, ...field },
  'AssistantEditor.Description': { part: AssistantEditor.Description, ...field },
  'AssistantEditor.Instructions': { part: AssistantEditor.Instructions, ...field },
  'AssistantEditor.Model': { part: AssistantEditor.Model, ...field },
  'AssistantEditor.ReasoningEffort': { part: AssistantEditor.ReasoningEffort, ...field },
  'AssistantEditor.Temperature': { part: AssistantEditor.Temperature, ...field },
  'AssistantEditor.TopP': { part: AssistantEditor.TopP, ...field },
  'AssistantEditor.ResponseFormat': { part: AssistantEditor.ResponseFormat, ...field },
  'AssistantEditor.Metadata': { part: AssistantEditor.Metadata, ...field },
  'AssistantEditor.Tools': { part: AssistantEditor.Tools, ...field },
  'AssistantEditor.Actions': { part: AssistantEditor.Actions, slot: 'editor-actions', within: editor },
  AssistantPicker: {
    part: kit.AssistantPicker,
    slot: 'assistant-picker-button',
    props: { assistantId: 'asst_demo', onSelect: noop },
    within: server,
  },
  Chat: { part: kit.Chat, slot: 'thread', props: { assistantId: 'asst_demo' }, within: server },
  'Chat.Root': { part: kit.Chat.Root, slot: 'thread', props: { assistantId: 'asst_demo' }, within: server },
  'Chat.Composer': { part: kit.Chat.Composer, slot: 'composer', within: chat },
  'Chat.ScrollToBottom': {
    part: kit.Chat.ScrollToBottom,
    slot: 'thread-scroll-to-bottom',
    props: { hidden: false },
    within: chat,
  },
  'outputs/CodeBlock': { part: outputs.CodeBlock, slot: 'code-block', props: { code: 'let it = 1;' } },
  'Composer.Root': {
    part: Composer.Root,
    slot: 'composer',
    props: { onSend: noop },
    asChild: { tag: 'form' },
  },
  'Composer.Box': { part: Composer.Box, slot: 'composer-box', within: composer, asChild: div },
  'Composer.Input': {
    part: Composer.Input,
    slot: 'composer-input',
    within: composer,
    asChild: { tag: 'textarea' },
  },
  'Composer.Send': { part: Composer.Send, slot: 'composer-send', within: composer, asChild: button },
  'Composer.Hint': { part: Composer.Hint, slot: 'composer-hint', within: composer },
  Connection: {
    part: kit.Connection,
    slot: 'notice',
    props: { connection: { state: 'offline', attempt: 2 } },
  },
  ErrorNotice: { part: kit.ErrorNotice, slot: 'notice', props: { error } },
  Icon: { part: kit.Icon, slot: 'icon', props: { name: 'done' } },
  Markdown: { part: kit.Markdown, slot: 'markdown', props: { text: 'One **word**.' } },
  'markdown/Markdown': { part: Markdown, slot: 'markdown', props: { text: 'One **word**.' } },
  'Message.Root': {
    part: Message.Root,
    slot: 'message',
    props: { role: 'user' },
    asChild: { tag: 'article', inside: 'Inside' },
  },
  'Message.Content': {
    part: Message.Content,
    slot: 'message-content',
    props: { message: aMessage('user', 'Hello') },
  },
  'Notice.Root': { part: Notice.Root, slot: 'notice', props: { icon: 'failed' }, asChild: div },
  'Notice.Text': { part: Notice.Text, slot: 'notice-text', props: { title: 'Failed.' }, asChild: p },
  'Notice.Action': { part: Notice.Action, slot: 'notice-action', asChild: button, children: 'Retry' },
  'Notice.Details': { part: Notice.Details, slot: 'notice-details', props: { text: 'It broke.' } },
  Queue: {
    part: kit.Queue,
    slot: 'queue',
    props: { queue: [{ key: 'one', input: 'And then?' }], onEdit: noop, onRemove: noop },
  },
  RunSummary: {
    part: kit.RunSummary,
    slot: 'run-summary',
    props: { run: aRun(), stepCount: 2, getText: () => 'Yes.' },
  },
  LongList: {
    part: kit.LongList,
    slot: 'long-list',
    props: {
      rows: [{ key: 'one' }],
      renderRow: () => <p>One</p>,
      getTextRow: () => ({ text: 'One' }),
    },
  },
  RunOutcome: { part: kit.RunOutcome, slot: 'notice', props: { run: aRun({ status: 'cancelled' }) } },
  RunStatusLabel: { part: kit.RunStatusLabel, slot: 'run-status', props: { status: 'in_progress' } },
  'RunStep.Root': { part: RunStep.Root, slot: 'run-step', props: { icon: 'done' }, asChild: div },
  'RunStep.Row': { part: RunStep.Row, slot: 'run-step-row', within: step, asChild: div },
  'RunStep.Trigger': {
    part: RunStep.Trigger,
    slot: 'run-step-row',
    within: (part) =>
      step(
        <>
          {part}
          <RunStep.Content>Inside</RunStep.Content>
        </>,
      ),
    asChild: button,
    children: 'Ran',
  },
  'RunStep.Label': { part: RunStep.Label, slot: 'run-step-label', within: step, asChild: span },
  'RunStep.Detail': { part: RunStep.Detail, slot: 'run-step-detail', within: step, asChild: span },
  'RunStep.Duration': { part: RunStep.Duration, slot: 'run-step-duration', within: step, asChild: span },
  'RunStep.Content': { part: RunStep.Content, slot: 'run-step-content', within: step, asChild: div },
  RunSteps: {
    part: kit.RunSteps,
    slot: 'run-steps',
    props: { count: 6, isDone: true },
    asChild: { tag: 'div' },
  },
  'Thread.Root': { part: Thread.Root, slot: 'thread', asChild: div },
  'Thread.Viewport': { part: Thread.Viewport, slot: 'thread-viewport', within: thread, asChild: div },
  'Thread.Footer': { part: Thread.Footer, slot: 'thread-footer', within: thread, asChild: div },
  'Thread.Dock': { part: Thread.Dock, slot: 'thread-dock', within: thread, asChild: div },
  'Thread.ScrollToBottom': {
    part: Thread.ScrollToBottom,
    slot: 'thread-scroll-to-bottom',
    within: thread,
    asChild: button,
  },
  'Thread.Empty': {
    part: Thread.Empty,
    slot: 'thread-empty',
    props: { description: 'Answers questions.', starterPrompts: ['What is new?'], onSelect: noop },
  },
  'Thread.StarterPrompts': {
    part: Thread.StarterPrompts,
    slot: 'thread-starter-prompts',
    props: { starterPrompts: ['What is new?'], onSelect: noop },
  },
  'Thread.Loading': { part: Thread.Loading, slot: 'thread-loading' },
  ThreadList: {
    part: kit.ThreadList,
    slot: 'thread-list',
    props: { onSelect: noop, onNew: noop },
    within: server,
  },
  'ToolApproval.Root': {
    part: ToolApproval.Root,
    slot: 'tool-approval',
    asChild: { tag: 'section', inside: 'Inside' },
  },
  'ToolApproval.Question': {
    part: ToolApproval.Question,
    slot: 'tool-approval-question',
    within: question,
    asChild: p,
    children: 'Go on?',
  },
  'ToolApproval.Actions': {
    part: ToolApproval.Actions,
    slot: 'tool-approval-actions',
    within: approval,
    asChild: div,
  },
  'ToolApproval.Approve': {
    part: ToolApproval.Approve,
    slot: 'tool-approval-approve',
    within: approval,
    asChild: button,
    children: 'Go on',
  },
  'ToolApproval.Reject': {
    part: ToolApproval.Reject,
    slot: 'tool-approval-reject',
    within: approval,
    asChild: button,
  },
  'ToolApproval.TimeLeft': {
    part: ToolApproval.TimeLeft,
    slot: 'tool-approval-time',
    props: { expiresAt: 60_000, now: 0 },
    within: approval,
  },
  'run/Reasoning': {
    part: run.Reasoning,
    slot: 'run-step',
    props: { text: 'First the city.', stepStatus: 'completed' },
  },
  ToolCall: {
    part: kit.ToolCall,
    slot: 'run-step',
    props: { call: aFunctionCall('roll_dice', { sides: 6 }, { rolled: 4 }), stepStatus: 'completed' },
  },
  'outputs/ToolOutput.Root': { part: ToolOutput.Root, slot: 'tool-output', asChild: div },
  'outputs/ToolOutput.Section': {
    part: ToolOutput.Section,
    slot: 'tool-output-section',
    props: { label: 'Output' },
    asChild: div,
  },
  'outputs/ToolOutput.KeyValueList': {
    part: ToolOutput.KeyValueList,
    slot: 'key-value-list',
    props: { items: [{ label: 'sides', value: '6' }] },
  },
  'attachments/Button': {
    part: Attachments.Button,
    slot: 'composer-attach',
    within: attachments,
    asChild: button,
  },
  'attachments/List': { part: Attachments.List, slot: 'attachments', within: attachments },
  'message-actions/DeleteQuestion': {
    part: actions.DeleteQuestion,
    slot: 'message-question',
    props: { onDelete: noop, onCancel: noop },
  },
  'message-actions/EditMessage': {
    part: actions.EditMessage,
    slot: 'message-edit',
    props: { message: aMessage('user', 'Hello'), onSend: noop, onCancel: noop },
  },
  'message-actions/MessageActions': {
    part: actions.MessageActions,
    slot: 'message-actions',
    props: { getText: () => 'Hello', onEdit: noop, onDelete: noop },
  },
  'outputs/OutputImage': { part: outputs.OutputImage, slot: 'output-image', props: { src: pixel } },
  'run/RunInspector': {
    part: run.RunInspector,
    slot: 'run-inspector',
    props: { threadId: 'thread_1', runId: 'run_1' },
    within: server,
  },
  'run/RunInspectorView': { part: run.RunInspectorView, slot: 'run-inspector', props: { events: [] } },
  'run/RunTimeline': {
    part: run.RunTimeline,
    slot: 'run-timeline',
    props: { run: aRun(), steps: [aStep([aFunctionCall('roll_dice', {}, '4')])] },
  },
  'run/RunUsage': { part: run.RunUsage, slot: 'run-usage', props: { usage } },
};
