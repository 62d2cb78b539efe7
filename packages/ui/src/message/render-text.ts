import type { TimelineMessage } from '@threadkit/core';
import type { Words } from '../locales/locale-strings.ts';
import { stripMarks } from '../markdown/streaming/strip-marks.ts';
import type { FarRow } from '../thread/long-list/text-rows.tsx';
import { readableText } from './message-source.ts';
import { isSuperseded } from './superseded.ts';

/** What stands for the messages of a row while it is far from view: their words. */
export function describeFar(messages: readonly TimelineMessage[], words: Words): FarRow {
  const role = messages[0]?.role ?? 'assistant';
  return {
    text: messages.map(farText).join('\n\n'),
    label: role === 'user' ? words.message.you : words.message.assistant,
    role,
  };
}

function farText({ role, message }: TimelineMessage): string {
  if (isSuperseded(message)) return '';
  const text = readableText(message);
  return role === 'user' ? text : stripMarks(text);
}
