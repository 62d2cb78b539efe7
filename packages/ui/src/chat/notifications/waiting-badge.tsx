'use client';

import type { ThreadController } from '@threadkit/core';
import { useSyncExternalStore } from 'react';
import { formatCount } from '../../internals/format.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import { describeApproval, needsDecision } from '../../tool/approval/describe-approval.ts';
import { findToolView } from '../../tool/tool-view.ts';
import { useToolViews } from '../../tool/tool-views-context.tsx';
import { useWaitingNotification } from './use-waiting-notification.ts';
import { useWaitingTitle } from './use-waiting-title.ts';

export interface WaitingBadgeProps {
  controller: ThreadController;
  /** Also shows a system notification, if the user has granted the permission. */
  notifies: boolean;
}

/** Shows in a background tab that a tool call waits for the user. Renders nothing. */
export function WaitingBadge({ controller, notifies }: WaitingBadgeProps): null {
  const strings = useStrings();
  const views = useToolViews();
  // Not by a hook of @threadkit/react: a module shared with the chat would become a separate chunk.
  const read = (): ReturnType<ThreadController['getSnapshot']>['toolCalls'] =>
    controller.getSnapshot().toolCalls;
  const pendingCalls = useSyncExternalStore(controller.subscribe, read, read).filter(needsDecision);
  const [first] = pendingCalls;
  const question =
    first &&
    (pendingCalls.length === 1
      ? describeApproval(first, findToolView(views, first.name), strings).question
      : strings.approval.pendingCount(
          pendingCalls.length,
          formatCount(pendingCalls.length, strings.languageTag),
        ));
  useWaitingTitle(pendingCalls.length);
  useWaitingNotification(notifies ? question : undefined);
  return null;
}
