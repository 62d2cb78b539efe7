/** A stretch of code in one of the three inks; no ink is the text's own. */
export interface Ink {
  readonly ink: 'comment' | 'string' | 'keyword' | undefined;
  readonly text: string;
}

/** Longer code stays in one ink: nobody reads it by colour, and reading it would hold a frame up. */
const MAX_CHARS = 40_000;

const STRING = String.raw`"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|${'`'}(?:\\.|[^${'`'}\\])*${'`'}`;
/** A whole name, and not a property's (`step.type`). */
const WORD = String.raw`(?<![.\w$])[A-Za-z_$][\w$]*`;

const C_LIKE =
  'c cpp cs csharp css go java javascript js json jsonc jsx kotlin php rust scss swift ts tsx typescript';
const HASH = 'bash conf dockerfile py python rb ruby sh shell toml yaml yml zsh r';

const comments = new Map<string, string>([
  ...C_LIKE.split(' ').map((name) => [name, String.raw`\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)`] as const),
  ...HASH.split(' ').map((name) => [name, String.raw`(?<![\w$"'])#[^\n]*`] as const),
  ['sql', String.raw`--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)`],
  ['lua', String.raw`--[^\n]*`],
]);

const KEYWORDS = new Set(
  (
    'abstract and as async await break case catch class const continue def default del do elif else enum except ' +
    'export extends fi final finally fn for from func function if impl implements import in interface is lambda ' +
    'let match mod mut namespace new not of or package pass private protected public pub raise readonly return ' +
    'self static struct super switch then this throw trait try type typeof use var void while with yield ' +
    'true false null None True False undefined nil echo done esac SELECT FROM WHERE INSERT INTO VALUES UPDATE SET ' +
    'DELETE CREATE TABLE JOIN LEFT ON GROUP ORDER BY LIMIT AND OR NOT NULL AS'
  ).split(' '),
);

/** Languages whose words are prose, so that nothing in them is a keyword. */
const NO_KEYWORDS = new Set(['json', 'jsonc', 'yaml', 'yml', 'toml', 'css', 'scss', 'conf']);

/**
 * Splits code into comments, strings, keywords and the rest. It knows no grammar: three inks tell structure
 * apart without one. Languages it does not know (and plain text) stay in one ink.
 */
export function inkCode(code: string, language: string): readonly Ink[] {
  const name = language.toLowerCase();
  const comment = comments.get(name);
  if (comment === undefined || code.length > MAX_CHARS) return [{ ink: undefined, text: code }];
  const scan = new RegExp(`(${comment})|(${STRING})|(${WORD})`, 'g');
  const inks: Ink[] = [];
  let plain = 0;
  for (const match of code.matchAll(scan)) {
    const [text, isComment, isString, word] = match;
    if (word !== undefined && (NO_KEYWORDS.has(name) || !KEYWORDS.has(word))) continue;
    if (match.index > plain) inks.push({ ink: undefined, text: code.slice(plain, match.index) });
    inks.push({
      ink: isComment === undefined ? (isString === undefined ? 'keyword' : 'string') : 'comment',
      text,
    });
    plain = match.index + text.length;
  }
  if (plain < code.length) inks.push({ ink: undefined, text: code.slice(plain) });
  return inks;
}
