/** Writes the part of marked that the packages use: after each update of marked. */
import { writeFileSync } from 'node:fs';
import { markedLexer, markedLexerFile } from './marked-lexer.ts';

writeFileSync(markedLexerFile, await markedLexer());
