import type { MessageObject } from '@threadkit/core';
import { Lexer, type Token } from 'marked';
import { expect, test } from 'vitest';
import { aMessage } from '../../../stories/wire-objects.ts';
import { en } from '../../locales/en.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { toMarkdown } from './to-markdown.ts';

const message = (role: 'user' | 'assistant', overrides: Partial<MessageObject>): MessageObject => ({
  ...aMessage(role, ''),
  ...overrides,
});

test('a conversation reads as names, words and rules between them', () => {
  const transcript = toMarkdown(
    [aMessage('user', 'What are *runs*?'), aMessage('assistant', '## Runs\n\nA **run** works.')],
    { title: 'About runs' },
  );
  expect(transcript).toBe(`# About runs

**You**

What are \\*runs\\*?

---

**Assistant**

## Runs

A **run** works.
`);
});

test('the time stands behind the name, as the app writes times', () => {
  const time = (createdAt: number): string => new Date(createdAt * 1000).toISOString();
  expect(toMarkdown([message('user', { created_at: 0 })], { time })).toBe(
    '**You** · 1970-01-01T00:00:00.000Z\n',
  );
});

test('citations are numbers, and what they stand for is listed below', () => {
  const value = 'Paid back 【4:0†handbook.md】.';
  const cited = message('assistant', {
    content: [
      {
        type: 'text',
        text: {
          value,
          annotations: [
            {
              type: 'file_citation',
              text: '【4:0†handbook.md】',
              start_index: 10,
              end_index: 27,
              file_citation: { file_id: 'file_1' },
            },
          ],
        },
      },
    ],
  });
  expect(toMarkdown([cited])).toContain('Paid back [1].\n\nSources:\n\n- \\[1\\] handbook.md');
});

test('images and files are named, and linked only where the link is safe', () => {
  const transcript = toMarkdown([
    message('user', {
      content: [
        { type: 'image_url', image_url: { url: 'https://example.com/a.png' } },
        { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } },
        { type: 'image_file', image_file: { file_id: 'file_1' } },
      ],
      attachments: [{ file_id: 'file_2', tools: [] }],
    }),
  ]);
  expect(transcript).toContain('[Attached image](<https://example.com/a.png>)\n\nAttached image\n\n');
  expect(transcript).toContain('Image: file\\_1\n\n- File file\\_2');
  expect(transcript).not.toContain('base64');
});

test.each([
  ['max_tokens', 'Length limit reached.'],
  ['content_filter', 'Filtered.'],
  ['run_cancelled', 'You stopped this response.'],
  ['run_expired', 'Timed out.'],
  ['run_failed', 'Failed.'],
] as const)('an answer that ended with %s says so', (reason, said) => {
  const cut = { ...aMessage('assistant', 'Half'), incomplete_details: { reason } };
  expect(toMarkdown([cut])).toBe(`**Assistant**\n\nHalf\n\n*${said}*\n`);
});

test('code that was cut off swallows nothing of what follows', () => {
  const cut = {
    ...aMessage('assistant', '```ts\nconst x'),
    incomplete_details: { reason: 'max_tokens' },
  } as const;
  expect(toMarkdown([cut])).toContain('```ts\nconst x\n```\n\n*Length limit reached.*');
});

test('a refusal reads as one; what another message replaced is left out', () => {
  const refusal = message('assistant', { content: [{ type: 'refusal', refusal: 'I cannot.' }] });
  const half = { ...aMessage('assistant', 'Half'), run_id: 'run_1', metadata: { tk_superseded_by: 'msg_2' } };
  expect(toMarkdown([half, { ...refusal, id: 'msg_2', run_id: 'run_1' }])).toBe(
    '**Assistant**\n\n*Refused.* I cannot.\n',
  );
});

test('a message whose mark names none of the others is not left out', () => {
  const kept = {
    ...aMessage('assistant', 'Whole'),
    run_id: 'run_1',
    metadata: { tk_superseded_by: 'msg_none' },
  };
  expect(toMarkdown([kept])).toContain('Whole');
});

test('it speaks the language of its words', () => {
  const locale = { ...en, message: { ...en.message, you: 'Du' } };
  expect(toMarkdown([aMessage('user', 'Hallo')], { locale })).toBe('**Du**\n\nHallo\n');
});

const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => {
      if (token.type === 'br') return '\n';
      if (token.type === 'space') return '\n\n';
      return 'tokens' in token && token.tokens ? textOf(token.tokens) : 'text' in token ? token.text : '';
    })
    .join('');

test.each([
  '# no heading\n- no list\n1. nor one\n> no quote',
  'a *b* _c_ `d` [e](f) <g> ~~h~~ | i & j &amp; k',
  'line one\nline two\n\nparagraph\n===\n---',
  '```\nno fence\n```',
])('what a person typed is shown as it was typed: %j', (typed) => {
  const tokens = new Lexer().lex(escapeMarkdown(typed));
  expect(tokens.every(({ type }) => type === 'paragraph' || type === 'space')).toBe(true);
  expect(textOf(tokens)).toBe(typed);
});
