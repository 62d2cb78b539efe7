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

test('toMarkdown writes the author and the text of each message, separated by horizontal rules', () => {
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

test('toMarkdown writes the result of options.time after the author', () => {
  const time = (createdAt: number): string => new Date(createdAt * 1000).toISOString();
  expect(toMarkdown([message('user', { created_at: 0 })], { time })).toBe(
    '**You** · 1970-01-01T00:00:00.000Z\n',
  );
});

test('toMarkdown writes citations as numbers with a list of sources', () => {
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

test('toMarkdown writes the names of images and files, and links only to safe URLs', () => {
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
] as const)('toMarkdown notes that a response ended with %s', (reason, note) => {
  const cut = { ...aMessage('assistant', 'Half'), incomplete_details: { reason } };
  expect(toMarkdown([cut])).toBe(`**Assistant**\n\nHalf\n\n*${note}*\n`);
});

test('toMarkdown closes an open code fence of an incomplete response before the note on its length', () => {
  const cut = {
    ...aMessage('assistant', '```ts\nconst x'),
    incomplete_details: { reason: 'max_tokens' },
  } as const;
  expect(toMarkdown([cut])).toContain('```ts\nconst x\n```\n\n*Length limit reached.*');
});

test('toMarkdown labels refusals and omits superseded messages', () => {
  const refusal = message('assistant', { content: [{ type: 'refusal', refusal: 'I cannot.' }] });
  const half = { ...aMessage('assistant', 'Half'), run_id: 'run_1', metadata: { tk_superseded_by: 'msg_2' } };
  expect(toMarkdown([half, { ...refusal, id: 'msg_2', run_id: 'run_1' }])).toBe(
    '**Assistant**\n\n*Refused.* I cannot.\n',
  );
});

test('toMarkdown keeps a message that is superseded by a message outside of the list', () => {
  const stored = {
    ...aMessage('assistant', 'Whole'),
    run_id: 'run_1',
    metadata: { tk_superseded_by: 'msg_none' },
  };
  expect(toMarkdown([stored])).toContain('Whole');
});

test('toMarkdown writes the author in the language of options.locale', () => {
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
])('escapeMarkdown preserves the text %j', (typed) => {
  const tokens = new Lexer().lex(escapeMarkdown(typed));
  expect(tokens.every(({ type }) => type === 'paragraph' || type === 'space')).toBe(true);
  expect(textOf(tokens)).toBe(typed);
});
