import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { markedLexer, markedLexerFile } from './marked-lexer.ts';

test('the lexer in the packages is that of the installed marked (else: pnpm marked-lexer)', async () => {
  expect(readFileSync(markedLexerFile, 'utf8') === (await markedLexer())).toBe(true);
});
