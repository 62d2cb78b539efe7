/** A module of one or more code blocks of a guide. Its code keeps the line numbers of the guide. */
export interface GuideModule {
  /** Line of the first fence, from 1. */
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
 * Turns the `ts` and `tsx` blocks of a guide into modules. Each block is a separate module, unless its fence has
 * `continued` after the language: then it is appended to the previous module, with access to its imports. A block after
 * `<!-- file: path -->` is skipped: it is a file of an app, which `pnpm fresh-apps` builds.
 *
 * @throws When a fence is not closed, has another word after its language, or continues no block.
 */
export function guideModules(markdown: string): GuideModule[] {
  const modules: { line: number; language: 'ts' | 'tsx'; lines: string[] }[] = [];
  for (const { line, language, isContinued, lines } of blocksOf(markdown.split(/\r?\n/))) {
    if (!isContinued) modules.push({ line, language, lines: [] });
    const last = modules.at(-1);
    if (!last) throw new Error(`Line ${line}: the block is marked "continued", but no block precedes it.`);
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
      if (unknown) throw new Error(`Line ${opened}: unknown word "${unknown}" after the language.`);
      const isContinued = flags.includes('continued');
      blocks.push({ line: opened, language, isContinued, lines: lines.slice(opened, end) });
    }
    at = end;
  }
  return blocks;
}
