import type { TimelineMessage } from '@threadkit/core';
import type { LocaleStrings } from '../locales/locale-strings.ts';
import { stripMarkdown } from '../markdown/streaming/strip-markdown.ts';
import type { TextRow } from '../thread/long-list/text-rows.tsx';
import { readableText } from './message-source.ts';
import { isSuperseded } from './superseded.ts';

/** The plain text of a row of messages, for rows far from the viewport. */
export function createTextRow(messages: readonly TimelineMessage[], strings: LocaleStrings): TextRow {
  const role = messages[0]?.role ?? 'assistant';
  return {
    text: messages.map(messageText).join('\n\n'),
    label: role === 'user' ? strings.message.you : strings.message.assistant,
    role,
  };
}

function messageText({ role, message }: TimelineMessage): string {
  if (isSuperseded(message)) return '';
  const text = readableText(message);
  return role === 'user' ? text : stripMarkdown(text);
}
