import { parseSync } from 'vite';

/** A regular expression in a source file. */
export interface Pattern {
  readonly path: string;
  readonly line: number;
  /** Undefined when the pattern is built at run time, so that it cannot be checked. */
  readonly source: string | undefined;
  readonly flags: string;
  /** Why no check is needed: `// linear: …` on its line or the line above, or `// linear in this file: …` anywhere. */
  readonly reason: string | undefined;
}

/** Finds the regular expressions of a file: literals, and calls of `RegExp` with anything but a literal. */
export function findPatterns(path: string, code: string): Pattern[] {
  const { program, errors } = parseSync(path, code);
  const first = errors[0];
  if (first !== undefined) throw new Error(`${path}: ${first.message}`);
  const lines = code.split('\n');
  const ofFile = /^\/\/ linear in this file: (\S.*)$/m.exec(code)?.[1];
  const patterns: Pattern[] = [];
  walk(program, (node) => {
    const found = readPattern(node);
    if (!found) return;
    const line = code.slice(0, found.start).split('\n').length;
    const reason =
      [lines[line - 1], lines[line - 2]]
        .map((text) => /\/\/ linear: (\S.*)$/.exec(text ?? '')?.[1])
        .find((text) => text !== undefined) ?? ofFile;
    patterns.push({ path, line, source: found.source, flags: found.flags, reason });
  });
  return patterns;
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

function walk(node: unknown, visit: (node: Node) => void): void {
  if (!isNode(node)) return;
  if (!Array.isArray(node)) visit(node);
  for (const value of Object.values(node)) walk(value, visit);
}

interface Found {
  readonly start: number;
  readonly source: string | undefined;
  readonly flags: string;
}

function readPattern(node: Node): Found | undefined {
  const start = Number(node['start']);
  const { regex, callee } = node;
  if (node['type'] === 'Literal' && isNode(regex)) {
    return { start, source: String(regex['pattern']), flags: String(regex['flags']) };
  }
  if (!isNode(callee) || callee['name'] !== 'RegExp') return undefined;
  const [source, flags] = Array.isArray(node['arguments']) ? (node['arguments'] as unknown[]) : [];
  const text = isNode(source) && typeof source['value'] === 'string' ? source['value'] : undefined;
  const given = isNode(flags) && typeof flags['value'] === 'string' ? flags['value'] : '';
  return { start, source: text, flags: given };
}
