import { describe, expect, it } from 'vitest';
import { redact } from './redact.ts';

describe('redact', () => {
  it.each([
    [
      'Incorrect API key provided: sk-proj-ab**********xyz. You can find your API key at https://platform.openai.com/account/api-keys.',
      'Incorrect API key provided: [hidden] You can find your API key at [hidden]',
    ],
    ['The model `gpt-9.1-mini` does not exist or you do not have access to it.'],
    ['model "llama3.1:8b" not found, try pulling it first'],
    ['No such model for org-A1b2C3d4.', 'No such model for [hidden]'],
    ['No such model for org-AbC, proj_1 and user-x.', 'No such model for [hidden], [hidden] and [hidden]'],
    ['The org and the user-', 'The org and the user-'],
    ['connect ECONNREFUSED 127.0.0.1:11434', 'connect ECONNREFUSED [hidden]'],
    ['connect ECONNREFUSED [::1]:11434', 'connect ECONNREFUSED [hidden]'],
    ['getaddrinfo ENOTFOUND llm.internal.example', 'getaddrinfo ENOTFOUND [hidden]'],
    ['No route to db01:5432 for me@example.com', 'No route to [hidden] for [hidden]'],
    ['Token abcdef0123456789abcdef0123456789 expired', 'Token [hidden] expired'],
    ['Authorization: Bearer abc.def', 'Authorization: [hidden]'],
    ['Bad value (messages.1.content) at messages.example:8080', 'Bad value (messages.1.content) at [hidden]'],
    ['two\n  lines\u0000', 'two lines'],
  ])('the text %j is redacted', (text, redacted = text) => {
    expect(redact(text)).toBe(redacted);
  });

  it('redact hides the given secrets', () => {
    expect(redact('Refused: hunter2!', ['hunter2!'])).toBe('Refused: [hidden]');
  });

  it('redact cuts the text to 500 characters', () => {
    expect(redact('no '.repeat(400))).toHaveLength(500);
  });

  it.each(['a-', 'a.', 'a', 'A1-', '1.', '[:', 'a:', 'key_', 'a.b:1', 'bearer ', '正'])(
    'a text with megabytes of %j is redacted and cut',
    (unit) => {
      const safe = redact(`Refused sk-0123456789 at db01.example: ${unit.repeat(1_000_000)}`);
      expect(safe).toMatch(/^Refused \[hidden\] at \[hidden\]: /);
      expect(safe.length).toBeLessThanOrEqual(500);
    },
  );
});
