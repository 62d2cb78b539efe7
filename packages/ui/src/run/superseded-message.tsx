'use client';

import type { MessageObject } from '@threadkit/core';
import type { ReactNode } from 'react';
import { useStrings } from '../locales/locale-provider.tsx';
import { MessageContent, MessageRoot } from '../message/message.tsx';
import * as RunStep from '../tool/run-step/index.ts';

/** A message that was interrupted by a crash and replaced: one collapsed row with the incomplete text in it. */
export function SupersededMessage({ message }: { message: MessageObject }): ReactNode {
  const strings = useStrings();
  return (
    <RunStep.Root icon="interrupted" status="superseded">
      <RunStep.Trigger>
        <RunStep.Label>{strings.message.superseded}</RunStep.Label>
        <RunStep.Detail />
      </RunStep.Trigger>
      <RunStep.Content>
        <MessageRoot role="assistant">
          <MessageContent message={message} />
        </MessageRoot>
      </RunStep.Content>
    </RunStep.Root>
  );
}
