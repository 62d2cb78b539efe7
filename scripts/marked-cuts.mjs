/**
 * Removes code of marked's lexer that is never reached: `BlockTokenizer` replaces its rules for emphasis, bare URLs and
 * text, and the options `pedantic` and `breaks` are never set. Bundlers cannot remove it, because the rules are members
 * of objects and the options are known only at run time. A few cuts replace rules that look ahead too far, which takes
 * seconds in a text with thousands of candidates. Each pattern must match, so that an incompatible version of marked
 * fails at its install.
 */

/** Match a method of a class, or a constant, from its name to its closing bracket. */
const methodOf = (name) => new RegExp(String.raw`\n {2}${name}\(src: string[^]*?\n {2}\}\n`);
const constantOf = (name) => new RegExp(String.raw`\nconst ${name}\b[^]*?\n\};\n`);

/** @type {Readonly<Record<string, readonly (readonly [RegExp, string])[]>>} */
const CUTS = {
  './Tokenizer.ts': [
    [/this\.options\.pedantic/g, 'false'],
    [/this\.options\.gfm/g, 'true'],
    // The search for the end of the first line would copy the whole item for each continuation line.
    [/\blet lineIsLazy = false;/, '$& const firstLineLength = itemContents.length;'],
    [/!itemContents\.includes\('\\n'\)/, 'itemContents.length === firstLineLength'],
    ...['emStrong', 'del', 'url', 'inlineText'].map((name) => /** @type {const} */ ([methodOf(name), '\n'])),
  ],
  './Lexer.ts': [
    [/this\.options\.(?:pedantic|breaks)/g, 'false'],
    [/this\.options\.gfm/g, 'true'],
    [/\b(block|inline)\.normal\b/g, '$1.gfm'],
    // Each bracket would search for its counterpart, even without any reference definition.
    [
      /this\.tokens\.links && src\.includes\('\['\)/,
      "Object.keys(this.tokens.links).length > 0 && src.split('[').length <= 500",
    ],
    // The subclass in markdown/streaming has its own `lex`; the tokenizer rules that these would call are removed.
    [/\n {2}static lex(?:Inline)?\b[^]*?\n {2}\}(?=\n)/g, ''],
    [/\n {2}lex\(src\b[^]*?\n {2}\}(?=\n)/, ''],
    [/\n {6}if \([^\n]*this\.tokenizer\.(?:emStrong|del|url)\(src[^]*?\n {6}\}\n/g, '\n'],
    // Scans for delimiters that close nothing, needed only by the removed rules for emphasis.
    [/\n {4}(?:begin|end)EmStrongDelCloserScan\([^)]*\);/, ''],
    [/\n {6}endEmStrongDelCloserScan\([^)]*\);/, ''],
    [/\n {6}const firstChar = src\[0\];[^]*?(?=\n {6}\/\/ em & strong\n)/, ''],
    [
      /\n {4}const hasDelimiter = [^]*?(?=\n {2}#tokenizeInlines)/,
      '\n    return this.#tokenizeInlines(src, this.#maskSrc(src), tokens);\n  }\n',
    ],
    [/\n {4}let (?:keepPrevChar|prevChar)\b.*/g, ''],
    [/\n {6}if \(!keepPrevChar\)[^]*?keepPrevChar = false;/, ''],
    [/\n {8}if \(token\.raw\.slice\(-1\) !== '_'\)[^]*?keepPrevChar = true;/, ''],
    [/if \(this\.options\.silent\) \{[^]*?\} else \{([^}]*)\}/, '$1'],
  ],
  './rules.ts': [
    // In inline text each opened comment or tag would search for its end through the whole line.
    [/\.replace\('comment', _inlineComment\)/, String.raw`$&.replace(/\[\\s\\S\]\*\?/g, '[\\s\\S]{0,500}?')`],
    // The header decides whether a table ends a paragraph. Matching the rows from each line would be quadratic.
    [
      /\.replace\('table', gfmTable\)/,
      String.raw`.replace('table', gfmTable.source.split('(?:\\n((?:(?!')[0] + '(?:\\n|$)')`,
    ],
    [/^( *(?:const \w+ =|\w+:)) edit\(/gm, '$1 /* @__PURE__ */ edit('],
    ...['blockPedantic', 'inlinePedantic', 'inlineGfm', 'inlineBreaks'].map(
      (name) => /** @type {const} */ ([constantOf(name), '\n']),
    ),
    [/\n {2}normal: \w+,/g, ''],
    [/\n {2}(?:pedantic|breaks): \w+,/g, ''],
    [/\bgfm: inlineGfm\b/, 'gfm: inlineNormal'],
    [/\n {2}(?:_backpedal|del|delLDelim|delRDelim|url): noopTest,.*/g, ''],
    [/\n {2}(?:emStrong\w+|punctuation|text: inlineText),/g, ''],
  ],
};

/** Returns the source of one of marked's modules without unreachable code. */
export function cutUnreached(path, source) {
  return (CUTS[path] ?? []).reduce((rest, [pattern, replacement]) => {
    const cut = rest.replace(pattern, replacement);
    if (cut === rest) throw new Error(`${pattern} is not in marked's ${path} any more.`);
    return cut;
  }, source);
}

/** Removes unused patterns from the bundle. They are members of one object, one per line. */
export function cutUnnamedPatterns(bundle) {
  const named = new Set([...bundle.matchAll(/\bother\.(\w+)/g)].map(([, name]) => name));
  return bundle.replace(/(?<=\bother = \{\n)[^]*?(?=\n\})/, (members) =>
    members
      .split('\n')
      .filter((line) => named.has(/^ {2}(\w+):/.exec(line)?.[1]))
      .join('\n'),
  );
}
