'use client';

import { isBusy as selectBusy } from '@threadkit/core';
import { useDraft, useThreadState, useTimeline } from '@threadkit/react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { AttachmentLimits } from '../composer/attachments/attachment-limits.ts';
import { NO_FILES } from '../composer/attachments/composer-files.ts';
import {
  ComposerBox,
  ComposerHint,
  ComposerRoot,
  type ComposerRootProps,
  ComposerSend,
} from '../composer/composer.tsx';
import { ComposerInput } from '../composer/composer-input.tsx';
import { ComposerSuggestions } from '../composer/suggestions/composer-suggestions.tsx';
import type { SuggestionSource, SuggestionTrigger } from '../composer/suggestions/suggestion.ts';
import { useStrings } from '../locales/locale-provider.tsx';
import { useScrollToBottom } from '../thread/thread.tsx';
import { needsDecision } from '../tool/approval/describe-approval.ts';
import { ChatAttachments } from './chat-attachments.tsx';
import { useChat } from './chat-context.ts';
import { ComposerFilesProvider } from './composer-files-context.ts';
import { useEditQueued } from './use-edit-queued.ts';

/** Props of `Chat.Composer`. */
export interface ChatComposerProps
  extends Omit<
    ComposerRootProps,
    | 'asChild'
    | 'blockedReason'
    | 'canSendEmpty'
    | 'draft'
    | 'field'
    | 'isBusy'
    | 'isWaiting'
    | 'onEditLast'
    | 'onSend'
    | 'onStop'
  > {
  /** Suggestions for "/" at the start of a message. */
  commands?: SuggestionSource | undefined;
  /** Suggestions for "@" in a message. */
  mentions?: SuggestionSource | undefined;
  /**
   * Limits for the files of a message; `false` for no files. Files can be attached if the backend stores them.
   * @defaultValue ten files of 20 MiB, of any type
   */
  attachments?: Partial<AttachmentLimits> | false | undefined;
  /** The layout, made of `Composer` parts and `Chat.Attachments`. @defaultValue the box with all of them, and the hint */
  children?: ReactNode;
}

/**
 * The composer of the thread. It sends, queues and stops, keeps the draft, and restores queued messages as drafts.
 * Renders a `<form>`.
 */
export function ChatComposer({
  commands,
  mentions,
  attachments,
  children,
  ...props
}: ChatComposerProps): ReactNode {
  const { controller, field, send, setComposerFiles } = useChat('Chat.Composer');
  const isBusy = useThreadState({ select: selectBusy });
  const isWaiting = useThreadState({ select: ({ toolCalls }) => toolCalls.some(needsDecision) });
  const scrollToBottom = useScrollToBottom();
  const draft = useDraft();
  const onEditLast = useEditLast();
  const triggers = useTriggers(commands, mentions);
  const [files, setFiles] = useState(NO_FILES);
  useEffect(() => {
    setComposerFiles(files);
    return () => setComposerFiles(NO_FILES);
  }, [files, setComposerFiles]);
  const filesContextValue = useMemo(() => ({ limits: attachments, onChange: setFiles }), [attachments]);
  return (
    <ComposerRoot
      {...props}
      draft={draft}
      field={field}
      isBusy={isBusy}
      isWaiting={isWaiting}
      canSendEmpty={files.hasImage}
      blockedReason={files.blockedReason}
      onEditLast={onEditLast}
      onStop={() => void controller.cancel()}
      onSend={(text) => {
        send(files.take(text));
        scrollToBottom();
      }}
    >
      <ComposerFilesProvider value={filesContextValue}>
        {children ?? (
          <>
            <ComposerBox>
              <ChatAttachments />
              <ComposerInput />
              <ComposerSend />
            </ComposerBox>
            <ComposerHint />
          </>
        )}
      </ComposerFilesProvider>
      <ComposerSuggestions triggers={triggers} />
    </ComposerRoot>
  );
}

/** Returns a function that restores the last queued message as a draft or, without one, opens the last sent message for editing. */
function useEditLast(): () => void {
  const { controller, editors } = useChat('Chat.Composer');
  const { rows } = useTimeline();
  const editQueued = useEditQueued();
  return () => {
    const last = controller.getSnapshot().queue.at(-1);
    if (last) editQueued(last);
    else editors.openLast(rows.map(({ key }) => key));
  };
}

function useTriggers(
  commands: SuggestionSource | undefined,
  mentions: SuggestionSource | undefined,
): readonly SuggestionTrigger[] {
  const strings = useStrings().composer;
  return useMemo(() => {
    const command = commands && { ...commands, char: '/', label: strings.commands, at: 'start' as const };
    const mention = mentions && { ...mentions, char: '@', label: strings.mentions };
    return [command, mention].filter((trigger) => trigger !== undefined);
  }, [commands, mentions, strings]);
}
