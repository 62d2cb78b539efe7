'use client';

import type { ThreadkitError, ThreadObject } from '@threadkit/core';
import { useDeleteThread, useModifyThreadMetadata, useThreadActivity } from '@threadkit/react';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Button } from '../internals/button.tsx';
import { EditIcon } from '../internals/icons/icons.tsx';
import { DeleteIcon } from '../internals/icons/message-icons.tsx';
import { Icon } from '../internals/icons/named-icon.tsx';
import { describeError } from '../internals/notice/describe-error.ts';
import { RovingFocusItem } from '../internals/roving-focus.tsx';
import { stateAttributes } from '../internals/state-attributes.ts';
import { useAllStrings } from '../locales/list-strings.ts';
import { DeleteThreadQuestion } from './delete-thread-question.tsx';
import { RenameTitle } from './rename-title.tsx';
import { TITLE, threadTitle } from './thread-title.ts';

export interface ThreadRowProps {
  thread: ThreadObject;
  isSelected: boolean;
  /** Whether Tab reaches this row and its actions. */
  isTabStop: boolean;
  /** The reader's time in Unix milliseconds, for threads without a title; 0 while unknown. */
  now: number;
  onSelect: () => void;
  /** Called when the thread was deleted, here or elsewhere. */
  onDeleted: () => void;
}

interface Mode {
  readonly kind: 'plain' | 'renaming' | 'deleting';
  /** Whether the element shown in this mode takes the focus on mount. */
  readonly takesFocus: boolean;
}

/** A thread in the list: opens it, renames it in place, and deletes it after confirmation. */
export function ThreadRow({
  thread,
  isSelected,
  isTabStop,
  now,
  onSelect,
  onDeleted,
}: ThreadRowProps): ReactNode {
  const strings = useAllStrings();
  const [mode, setMode] = useState<Mode>({ kind: 'plain', takesFocus: false });
  const row = useRef<HTMLLIElement>(null);
  const errorId = useId();
  const renaming = useModifyThreadMetadata();
  const deletion = useDeleteThread();
  const activity = useThreadActivity({ threadId: thread.id });

  const stored = thread.metadata?.[TITLE] ?? '';
  // Optimistic title; on an error the field returns with the typed text.
  const typed = renaming.variables?.changes[TITLE] ?? '';
  const shown = renaming.isPending
    ? threadTitle({ ...thread, metadata: { ...thread.metadata, [TITLE]: typed } }, strings, now)
    : threadTitle(thread, strings, now);

  const hasFocus = (): boolean => row.current?.contains(document.activeElement) ?? false;
  const rename = (title: string, byKey: boolean): void => {
    setMode({ kind: 'plain', takesFocus: byKey });
    if (title === stored) return renaming.reset();
    renaming.mutate(
      { threadId: thread.id, changes: { [TITLE]: title || undefined } },
      { onError: () => setMode({ kind: 'renaming', takesFocus: hasFocus() }) },
    );
  };
  const remove = (): void => {
    if (row.current) focusNextRow(row.current);
    setMode({ kind: 'plain', takesFocus: false });
    // Callbacks of `mutate` are not called after the row has unmounted.
    deletion.mutateAsync({ threadId: thread.id }).then(onDeleted, (error: ThreadkitError) => {
      if (error.status === 404) onDeleted();
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const asksToDelete = event.key === 'Delete' || (event.key === 'Backspace' && event.metaKey);
    if (!asksToDelete && event.key !== 'F2') return;
    event.preventDefault();
    setMode({ kind: asksToDelete ? 'deleting' : 'renaming', takesFocus: true });
  };
  const failure = renaming.error ?? deletion.error;

  return (
    <li
      ref={row}
      data-slot="thread-row"
      aria-busy={deletion.isPending || undefined}
      {...stateAttributes({ state: mode.kind, selected: isSelected, activity })}
    >
      {mode.kind === 'deleting' && (
        <DeleteThreadQuestion
          title={shown}
          onDelete={remove}
          onCancel={() => setMode({ kind: 'plain', takesFocus: true })}
        />
      )}
      {mode.kind === 'renaming' && (
        <RenameTitle
          title={renaming.isError ? typed : stored}
          takesFocus={mode.takesFocus}
          errorId={renaming.isError ? errorId : undefined}
          onSave={rename}
          onDiscard={() => {
            renaming.reset();
            setMode({ kind: 'plain', takesFocus: true });
          }}
        />
      )}
      {mode.kind === 'plain' && (
        <>
          <RovingFocusItem tabStopId={thread.id}>
            <button
              type="button"
              data-slot="thread-row-open"
              aria-current={isSelected ? 'page' : undefined}
              aria-keyshortcuts="F2 Delete"
              autoFocus={mode.takesFocus}
              onClick={onSelect}
              onKeyDown={onKeyDown}
            >
              <span data-slot="thread-row-title">{shown}</span>
              {activity && <ActivityMark activity={activity} />}
            </button>
          </RovingFocusItem>
          <span data-slot="thread-row-actions">
            <Button
              variant="icon"
              aria-label={strings.threadList.rename(shown)}
              title={strings.threadList.rename('')}
              tabIndex={isTabStop ? 0 : -1}
              onClick={() => setMode({ kind: 'renaming', takesFocus: true })}
            >
              <EditIcon />
            </Button>
            <Button
              variant="icon"
              aria-label={strings.threadList.deleteThread(shown)}
              title={strings.threadList.delete}
              tabIndex={isTabStop ? 0 : -1}
              onClick={() => setMode({ kind: 'deleting', takesFocus: true })}
            >
              <DeleteIcon />
            </Button>
          </span>
        </>
      )}
      {failure && mode.kind !== 'deleting' && (
        <RowError
          id={errorId}
          error={failure}
          title={renaming.isError ? strings.threadList.renameFailed : strings.threadList.deleteFailed}
        />
      )}
    </li>
  );
}

function ActivityMark({ activity }: { activity: 'running' | 'waiting' }): ReactNode {
  const strings = useAllStrings().run.status;
  return (
    <span data-slot="thread-row-activity" data-activity={activity}>
      <Icon name={activity === 'waiting' ? 'waiting' : 'live'} />
      <span data-visually-hidden="">
        {activity === 'waiting' ? strings.requires_action : strings.in_progress}
      </span>
    </span>
  );
}

function RowError({ id, error, title }: { id: string; error: ThreadkitError; title: string }): ReactNode {
  const strings = useAllStrings();
  return (
    <p id={id} data-slot="thread-row-error" role="alert">
      <strong>{title}</strong> {describeError(error, strings).text}
    </p>
  );
}

/**
 * Moves the focus away from a row that is about to unmount: to the row below, else to the one above, else to the
 * "New thread" button.
 */
function focusNextRow(row: Element): void {
  const list = row.closest('[data-slot="thread-list"]');
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-slot="thread-row-open"]') ?? [])].filter(
    (other) => !row.contains(other),
  );
  const isBelow = (other: Element): boolean =>
    (row.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const next = rows.find(isBelow) ?? rows.at(-1);
  (next ?? list?.querySelector<HTMLElement>('[data-slot="thread-list-new"]'))?.focus();
}
