import { type ComponentType, createRef, type ReactElement, type Ref } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import * as AssistantEditor from '../assistant-editor/index.ts';
import { DEFAULT_LIMITS } from '../attachments/attachment-limits.ts';
import * as Attachments from '../attachments/index.ts';
import * as Composer from '../composer/index.ts';
import * as Message from '../message/index.ts';
import * as Notice from '../notice/index.ts';
import * as RunStep from '../run-step/index.ts';
import { createInPage } from '../stories/in-page.tsx';
import { Scene } from '../stories/threads-scene.tsx';
import * as Thread from '../thread/index.ts';
import * as ToolApproval from '../tool-approval/index.ts';
import * as ToolOutput from '../tool-output/index.ts';
import { Button } from './button.tsx';

interface AnyPartProps {
  ref?: Ref<HTMLElement>;
  className?: string;
  style?: { color: string };
  id?: string;
  onClick?: () => void;
}

const composer = (part: ReactElement): ReactElement => (
  <Composer.Root onSend={() => undefined}>{part}</Composer.Root>
);
const unused = (): never => {
  throw new Error('No part does this by itself.');
};
const attachments = (part: ReactElement): ReactElement => (
  <Attachments.Root
    value={{
      attachments: [{ key: 'a', name: 'a.txt', size: 1, type: '', file: undefined, status: 'waiting' }],
      limits: DEFAULT_LIMITS,
      add: unused,
      remove: unused,
      retry: unused,
      take: unused,
      putBack: unused,
    }}
  >
    {part}
  </Attachments.Root>
);
const thread = (part: ReactElement): ReactElement => <Thread.Root>{part}</Thread.Root>;
const approval = (part: ReactElement): ReactElement => <ToolApproval.Root>{part}</ToolApproval.Root>;
const step = (part: ReactElement): ReactElement => <RunStep.Root glyph="done">{part}</RunStep.Root>;
const editor = (part: ReactElement): ReactElement => (
  <Scene client={createInPage().client}>
    <AssistantEditor.Root>{part}</AssistantEditor.Root>
  </Scene>
);
const bare = (part: ReactElement): ReactElement => part;

/** Name, part, the props it cannot do without, and the parent it needs. */
const parts: readonly [string, ComponentType<never>, object, (part: ReactElement) => ReactElement][] = [
  ['button', Button, {}, bare],
  ['editor-field', AssistantEditor.Name, {}, editor],
  ['editor-field', AssistantEditor.Tools, {}, editor],
  ['editor-field', AssistantEditor.Metadata, {}, editor],
  ['editor-actions', AssistantEditor.Actions, {}, editor],
  ['attachments', Attachments.List, {}, attachments],
  ['composer-attach', Attachments.Button, {}, attachments],
  ['composer', Composer.Root, { onSend: () => undefined }, bare],
  ['composer-box', Composer.Box, {}, composer],
  ['composer-input', Composer.Input, {}, composer],
  ['composer-send', Composer.Send, {}, composer],
  ['composer-hint', Composer.Hint, {}, composer],
  ['message', Message.Root, { role: 'user' }, bare],
  ['message-content', Message.Content, { message: { role: 'user', content: [] } }, bare],
  ['notice', Notice.Root, { glyph: 'failed' }, bare],
  ['notice-text', Notice.Text, { title: 'Failed.' }, bare],
  ['notice-action', Notice.Action, {}, bare],
  ['run-step', RunStep.Root, { glyph: 'done' }, bare],
  ['run-step-row', RunStep.Trigger, {}, step],
  ['run-step-label', RunStep.Label, {}, step],
  ['thread', Thread.Root, {}, bare],
  ['thread-viewport', Thread.Viewport, {}, thread],
  ['thread-dock', Thread.Dock, {}, thread],
  ['thread-scroll-to-end', Thread.ScrollToEnd, {}, thread],
  ['tool-approval', ToolApproval.Root, {}, bare],
  ['tool-approval-question', ToolApproval.Question, {}, approval],
  ['tool-approval-actions', ToolApproval.Actions, {}, approval],
  ['tool-approval-approve', ToolApproval.Approve, {}, approval],
  ['tool-output', ToolOutput.Root, {}, bare],
  ['tool-output-section', ToolOutput.Section, { label: 'Output' }, bare],
];

describe.each(parts)('%s', (slot, Part, required, within) => {
  const Any = Part as ComponentType<AnyPartProps>;

  test('is one element that takes ref, class, style, attributes and handlers', async () => {
    const ref = createRef<HTMLElement>();
    const onClick = vi.fn<() => void>();
    await render(
      within(
        <Any
          {...required}
          ref={ref}
          className="mine"
          style={{ color: 'rgb(1, 2, 3)' }}
          id="it"
          onClick={onClick}
        />,
      ),
    );
    const element = ref.current;
    expect(element?.dataset['slot']).toBe(slot);
    expect(element?.className).toBe('mine');
    expect(element?.style.color).toBe('rgb(1, 2, 3)');
    expect(element?.id).toBe('it');
    element?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    expect(onClick).toHaveBeenCalledTimes(1);
  });
});

test('asChild puts the part on its only child, with both refs, classes and handlers', async () => {
  const ours = vi.fn<() => void>();
  const theirs = vi.fn<() => void>();
  const ref = createRef<HTMLButtonElement>();
  const screen = await render(
    <Button asChild look="quiet" className="part" ref={ref} onClick={ours}>
      <a href="#target" className="child" onClick={theirs}>
        Go
      </a>
    </Button>,
  );
  const link = screen.getByRole('link', { name: 'Go' }).element();
  expect(link.getAttribute('data-look')).toBe('quiet');
  expect(link.className.split(' ').toSorted()).toEqual(['child', 'part']);
  expect(ref.current).toBe(link);
  await screen.getByRole('link', { name: 'Go' }).click();
  expect(ours).toHaveBeenCalledTimes(1);
  expect(theirs).toHaveBeenCalledTimes(1);
});

test('a part outside its parent says which one it misses', async () => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await expect(render(<Composer.Input />)).rejects.toThrow('Put it inside <Composer.Root>');
  silent.mockRestore();
});
