/**
 * What of marked's lexer no text of ours comes to: `BlockTokenizer` replaces its rules for emphasis, bare addresses and
 * words, and nothing is read as the original Markdown or with each line break kept. No bundler can tell, as the rules
 * are members of objects and the options are known at run time only. A few cuts put a rule in the place of one that looks
 * further ahead than it has to, which takes seconds where thousands do. Each cut has to be found: another version of marked
 * that is written otherwise fails here, at its install.
 */

/** A method of a class, or a constant, from its name to its closing bracket. */
const methodOf = (name) => new RegExp(String.raw`\n {2}${name}\(src: string[^]*?\n {2}\}\n`);
const constantOf = (name) => new RegExp(String.raw`\nconst ${name}\b[^]*?\n\};\n`);

/** @type {Readonly<Record<string, readonly (readonly [RegExp, string])[]>>} */
const CUTS = {
  './Tokenizer.ts': [
    [/this\.options\.pedantic/g, 'false'],
    [/this\.options\.gfm/g, 'true'],
    // Looking for the end of its first line copies the whole item for each line that continues it.
    [/\blet lineIsLazy = false;/, '$& const firstLineLength = itemContents.length;'],
    [/!itemContents\.includes\('\\n'\)/, 'itemContents.length === firstLineLength'],
    ...['emStrong', 'del', 'url', 'inlineText'].map((name) => /** @type {const} */ ([methodOf(name), '\n'])),
  ],
  './Lexer.ts': [
    [/this\.options\.(?:pedantic|breaks)/g, 'false'],
    [/this\.options\.gfm/g, 'true'],
    [/\b(block|inline)\.normal\b/g, '$1.gfm'],
    // Each bracket would look for its partner, also where no reference is defined.
    [
      /this\.tokens\.links && src\.includes\('\['\)/,
      "Object.keys(this.tokens.links).length > 0 && src.split('[').length <= 500",
    ],
    // Our lexer has its own, and no rule is left in the tokenizer that these would ask.
    [/\n {2}static lex(?:Inline)?\b[^]*?\n {2}\}(?=\n)/g, ''],
    [/\n {2}lex\(src\b[^]*?\n {2}\}(?=\n)/, ''],
    [/\n {6}if \([^\n]*this\.tokenizer\.(?:emStrong|del|url)\(src[^]*?\n {6}\}\n/g, '\n'],
    // Passes over marks that close nothing, ahead of the rules for emphasis.
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
    // In a line of words each comment and the like would look for its end as far as the line goes.
    [/\.replace\('comment', _inlineComment\)/, String.raw`$&.replace(/\[\\s\\S\]\*\?/g, '[\\s\\S]{0,500}?')`],
    // Whether a table ends a paragraph follows from its head: its rows are not looked at from each line.
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

/** The source of one of marked's modules without what is never reached. */
export function cutUnreached(path, source) {
  return (CUTS[path] ?? []).reduce((rest, [pattern, replacement]) => {
    const cut = rest.replace(pattern, replacement);
    if (cut === rest) throw new Error(`${pattern} is not in marked's ${path} any more.`);
    return cut;
  }, source);
}

/** The bundled modules without the patterns that no code names; they are members of one object, a line each. */
export function cutUnnamedPatterns(bundle) {
  const named = new Set([...bundle.matchAll(/\bother\.(\w+)/g)].map(([, name]) => name));
  return bundle.replace(/(?<=\bother = \{\n)[^]*?(?=\n\})/, (members) =>
    members
      .split('\n')
      .filter((line) => named.has(/^ {2}(\w+):/.exec(line)?.[1]))
      .join('\n'),
  );
}
