/** A token of code. `undefined`: plain text. */
export interface HighlightToken {
  readonly kind: 'comment' | 'string' | 'keyword' | undefined;
  readonly text: string;
}

const STRING = String.raw`"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|${'`'}(?:\\.|[^${'`'}\\])*${'`'}`;
/** A whole identifier, but not a property name (`step.type`). */
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

/** Languages without keywords. */
const NO_KEYWORDS = new Set(['json', 'jsonc', 'yaml', 'yml', 'toml', 'css', 'scss', 'conf']);

/** A block comment or template string that continues in the next chunk. */
export type HighlightState = 'comment' | 'string' | undefined;

export interface HighlightedLines {
  readonly tokens: readonly HighlightToken[];
  readonly open: HighlightState;
}

/** Languages with template strings, which may contain line breaks. */
const TEMPLATES = new Set(['js', 'jsx', 'ts', 'tsx', 'javascript', 'typescript']);
const UNENDED = String.raw`${'`'}(?:\\.|[^${'`'}\\])*$`;
const ENDS = { comment: /\*\//, string: /(?<!\\)`/ } as const;

/**
 * Splits code into comments, strings, keywords and plain text, without a grammar. Code in an unknown language is one plain
 * token.
 *
 * @param open The token that the preceding code left open.
 */
export function highlightCode(code: string, language: string, open?: HighlightState): HighlightedLines {
  const name = language.toLowerCase();
  const comment = comments.get(name);
  if (comment === undefined) return { tokens: [{ kind: undefined, text: code }], open: undefined };
  if (open) {
    const end = ENDS[open].exec(code);
    if (!end) return { tokens: [{ kind: open, text: code }], open };
    const at = end.index + end[0].length;
    const rest = highlightCode(code.slice(at), language);
    return { tokens: [{ kind: open, text: code.slice(0, at) }, ...rest.tokens], open: rest.open };
  }
  const string = TEMPLATES.has(name) ? `${STRING}|${UNENDED}` : STRING;
  // linear: each alternative begins with a different character, and ends at its delimiter or the end of the line
  const scan = new RegExp(`(${comment})|(${string})|(${WORD})`, 'g');
  const tokens: HighlightToken[] = [];
  let plain = 0;
  let left: HighlightState;
  for (const match of code.matchAll(scan)) {
    const [text, isComment, isString, word] = match;
    if (word !== undefined && (NO_KEYWORDS.has(name) || !KEYWORDS.has(word))) continue;
    if (match.index > plain) tokens.push({ kind: undefined, text: code.slice(plain, match.index) });
    const kind = isComment === undefined ? (isString === undefined ? 'keyword' : 'string') : 'comment';
    tokens.push({ kind, text });
    plain = match.index + text.length;
    if (plain === code.length) left = leavesOpen(text);
  }
  if (plain < code.length) tokens.push({ kind: undefined, text: code.slice(plain) });
  return { tokens, open: left };
}

function leavesOpen(text: string): HighlightState {
  if (text.startsWith('/*') && (!text.endsWith('*/') || text.length < 4)) return 'comment';
  const isUnterminated = text.startsWith('`') && (text.length === 1 || !/(?<!\\)`$/.test(text));
  return isUnterminated ? 'string' : undefined;
}
