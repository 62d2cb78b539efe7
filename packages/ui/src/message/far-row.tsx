import type { TimelineMessage } from '@threadkit/core';
import type { ReactElement } from 'react';
import { stripMarks } from '../markdown/strip-marks.ts';
import type { Words } from '../words/words.ts';
import { plainText } from './plain-text.ts';
import { isSuperseded } from './superseded.ts';

/**
 * What stands for a row while it is far from view: its words in one `<article>`, to be found, selected and read
 * out. A function and not a component, because there may be fifty thousand.
 */
export function farRow(key: string, messages: readonly TimelineMessage[], words: Words): ReactElement {
  const role = messages[0]?.role ?? 'assistant';
  return (
    <article
      key={key}
      data-slot="far-row"
      data-role={role}
      aria-label={role === 'user' ? words.message.you : words.message.assistant}
    >
      {messages.map(farText).join('\n\n')}
    </article>
  );
}

function farText({ role, message }: TimelineMessage): string {
  if (isSuperseded(message)) return '';
  const text = plainText(message);
  return role === 'user' ? text : stripMarks(text);
}
