/** A module made of code blocks of one guide. Its code stands on the lines on which it stands in the guide. */
export interface GuideModule {
  /** Of the first fence; counted from 1. */
  readonly line: number;
  readonly language: 'ts' | 'tsx';
  readonly code: string;
}

interface Block {
  readonly line: number;
  readonly language: 'ts' | 'tsx';
  readonly isContinued: boolean;
  readonly lines: readonly string[];
}

const fence = /^```(tsx?)((?: [\w-]+)*)\s*$/;

/**
 * The `ts` and `tsx` blocks of a guide as modules. Each block is a module of its own, unless its fence says
 * `continued` behind the language: then it goes on with the module before it, imports and all. A block behind
 * `<!-- file: path -->` is left out: it is a file of an app, which `pnpm fresh-apps` builds.
 *
 * @throws When a fence is not closed, says something else behind its language, or goes on with nothing.
 */
export function guideModules(markdown: string): GuideModule[] {
  const modules: { line: number; language: 'ts' | 'tsx'; lines: string[] }[] = [];
  for (const { line, language, isContinued, lines } of blocksOf(markdown.split(/\r?\n/))) {
    if (!isContinued) modules.push({ line, language, lines: [] });
    const last = modules.at(-1);
    if (!last) throw new Error(`Line ${line}: the block goes on with another, but there is none before it.`);
    if (language === 'tsx') last.language = 'tsx';
    while (last.lines.length < line) last.lines.push('');
    last.lines.push(...lines);
  }
  return modules.map(({ line, language, lines }) => ({ line, language, code: `${lines.join('\n')}\n` }));
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    if (!lines[at]?.startsWith('```')) continue;
    const isFile = lines[at - 1]?.startsWith('<!-- file: ') === true;
    const opened = at + 1;
    const end = lines.indexOf('```', opened);
    if (end === -1) throw new Error(`Line ${opened}: the code block is not closed.`);
    const [, language, words = ''] = fence.exec(lines[at] ?? '') ?? [];
    if (!isFile && (language === 'ts' || language === 'tsx')) {
      const flags = words.split(' ').filter((word) => word !== '');
      const unknown = flags.find((word) => word !== 'continued');
      if (unknown) throw new Error(`Line ${opened}: "${unknown}" behind the language means nothing here.`);
      const isContinued = flags.includes('continued');
      blocks.push({ line: opened, language, isContinued, lines: lines.slice(opened, end) });
    }
    at = end;
  }
  return blocks;
}
