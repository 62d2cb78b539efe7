import { describe, expect, test } from 'vitest';
import { safeUrl } from './safe-url.ts';

describe('safeUrl accepts', () => {
  test.each(['https://example.com/a?b#c', 'http://localhost:4010/', 'mailto:a@example.com'])(
    'safeUrl accepts %s',
    (href) => {
      expect(safeUrl(href)).toBe(href);
    },
  );
});

describe('safeUrl rejects', () => {
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<b>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.com/1',
    '/relative',
    '//example.com',
    '#hash',
    '',
    'https://',
  ])('safeUrl rejects %j', (href) => {
    expect(safeUrl(href)).toBeUndefined();
  });
});
