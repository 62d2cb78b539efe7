import type { TimelineMessage } from '@threadkit/core';
import { stripMarks } from '../markdown/strip-marks.ts';
import type { FarRow } from '../rows/far-rows.tsx';
import type { Words } from '../words/words.ts';
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
