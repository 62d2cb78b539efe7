// linear in this file: the scripted engine reads demo input, and schemas of the app
import { splitName, splitWords } from './words.ts';

/** Words that end the value after a property's name: "city Paris and date …". */
const CONNECTORS = new Set(
  'and or with in on at for from to by of the a an is are as it its me my this that please then using'.split(
    ' ',
  ),
);

/** Words that express a request but not its content. */
const STOP_WORDS = new Set(
  'can could would will you i we us let lets what which who when where how whats do does did be get set show give tell find look up make create add run call use check need want now today some any about'.split(
    ' ',
  ),
);

const MAX_WORDS = 6;
/** Characters around a value that are searched for a property's name. */
const NAME_WINDOW = 100;

/** Kinds of text that are recognized by their form. */
const SHAPES = {
  email: /[^\s@<>"',;]+@[^\s@<>"',;]+\.[\p{L}]{2,}/gu,
  url: /\bhttps?:\/\/[^\s<>"']+/gu,
  date: /\b\d{4}-\d{2}-\d{2}\b/gu,
  time: /\b\d{1,2}:\d{2}\b/gu,
  code: /(?<![\p{L}\p{N}@.-])#?(?=[\p{L}\p{N}_-]*\d)[\p{L}\p{N}][\p{L}\p{N}_-]*(?![\p{L}\p{N}@]|\.\d)/gu,
} as const;

export type Shape = keyof typeof SHAPES;

/** Values in a message that can fill arguments. Each value is taken once. */
export interface MessageValues {
  readonly text: string;
  mentions(value: string): boolean;
  readonly hasQuoted: boolean;
  takeQuoted(): string | undefined;
  /** The text of this form beside the property's name, or a part of it; otherwise the first one. */
  takeShaped(shape: Shape, property: string): string | undefined;
  /** A capitalized name that does not start a sentence, such as a city. */
  takeName(): string | undefined;
  /** The subject of the message, as a last resort: "tokyo" in "weather tokyo". */
  takeSubject(): string | undefined;
  /**
   * The number after the property's name, or before it: "limit 5", "5 days". Otherwise that beside a part of the name: "order 7" for
   * `order_id`. Otherwise the first one.
   */
  takeNumber(property: string, fits: (value: number) => boolean): number | undefined;
  /** The words directly after a property's name, up to the next connector. */
  textAfter(property: string): string | undefined;
  /** Whether a number that is not taken is beside the property's name; with `parts`, also beside a part of it. */
  hasNumberFor(property: string, options?: { readonly parts: boolean }): boolean;
}

interface Found {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** `toolWords` are the words that matched the tool's name; they are not arguments. */
export function createMessageValues(message: string, toolWords: readonly string[] = []): MessageValues {
  const text = message.trim();
  const words = splitWords(text);
  const quoted = Array.from(
    text.matchAll(/"([^"]+)"|“([^”]+)”|(?<![\p{L}])'([^']+)'(?![\p{L}])/gu),
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
  // Of the same length, so that all positions are those of the text.
  const unquoted = text.replace(/"[^"]*"|“[^”]*”/g, blank);
  const plain = [SHAPES.email, SHAPES.url, SHAPES.date, SHAPES.time].reduce(
    (left, shape) => left.replace(shape, blank),
    unquoted,
  );
  const findShaped = (shape: Shape, where: string) => findAll(SHAPES[shape], where);
  const shaped: Record<Shape, readonly Found[]> = {
    email: findShaped('email', text),
    url: findShaped('url', text),
    date: findShaped('date', text),
    time: findShaped('time', text),
    code: findShaped('code', plain),
  };
  const numbers = findAll(/(?<![\p{L}\d.-])-?\d+(?:\.\d+)?(?![\p{L}\d])/gu, plain);
  const taken: Found[] = [];
  const isFree = (one: Found) => !taken.some(({ start, end }) => one.start < end && start < one.end);
  const names = properNames(plain);
  let subject = subjectOf(unquoted, toolWords);

  return {
    text,

    mentions(value) {
      const wanted = splitName(value);
      return wanted.length > 0 && wanted.every((word) => words.includes(word));
    },

    get hasQuoted() {
      return quoted.length > 0;
    },

    takeQuoted: () => quoted.shift(),

    takeShaped(shape, property) {
      const free = shaped[shape].filter(isFree);
      const found = findBeside(text, free, property) ?? free[0];
      if (found) taken.push(found);
      return found?.value.replace(/^#|[.,;!?)]+$/g, '');
    },

    takeName: () => names.shift(),

    takeSubject() {
      const last = subject;
      subject = undefined;
      return last;
    },

    takeNumber(property, fits) {
      const free = numbers.filter((one) => isFree(one) && fits(Number(one.value)));
      const found = findBeside(text, free, property) ?? free[0];
      if (found) taken.push(found);
      return found && Number(found.value);
    },

    textAfter: (property) => findTextAfter(text, property),
    hasNumberFor: (property, { parts } = { parts: false }) =>
      findBeside(text, numbers.filter(isFree), property, parts) !== undefined,
  };
}

function blank(found: string): string {
  return ' '.repeat(found.length);
}

function findAll(pattern: RegExp, text: string): readonly Found[] {
  return Array.from(text.matchAll(pattern), ({ 0: value, index: start }) => ({
    value,
    start,
    end: start + value.length,
  }));
}

/** The one beside the name, otherwise beside its last part, and so on. After a name rather than before it. */
function findBeside(
  text: string,
  found: readonly Found[],
  property: string,
  withParts = true,
): Found | undefined {
  const words = splitName(property);
  const names = [words, ...(withParts && words.length > 1 ? words.map((word) => [word]).toReversed() : [])];
  for (const name of names) {
    const beside =
      found.find(({ start }) => endsWithName(text, start, name)) ??
      found.find(({ end }) => startsWithName(text, end, name));
    if (beside) return beside;
  }
  return undefined;
}

/** Whether the text before `at` ends with the name: "limit: ". */
function endsWithName(text: string, at: number, name: readonly string[]): boolean {
  if (name.length === 0) return false;
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${name.join('[\\s_-]*')}s?\\s*(?:is|=|:|of|to)?\\s*[#$€£]?$`,
    'iu',
  ).test(text.slice(Math.max(0, at - NAME_WINDOW), at));
}

/** Whether the text from `at` starts with the name: " days". */
function startsWithName(text: string, at: number, name: readonly string[]): boolean {
  if (name.length === 0) return false;
  return new RegExp(`^\\s*${name.join('[\\s_-]*')}s?(?![\\p{L}\\p{N}])`, 'iu').test(
    text.slice(at, at + NAME_WINDOW),
  );
}

function findTextAfter(text: string, property: string): string | undefined {
  const name = splitName(property).join('[\\s_-]*');
  if (name === '') return undefined;
  const match = new RegExp(
    `(?<![\\p{L}\\p{N}])${name}s?\\s*(?:is|are|=|:|of|to)?\\s+((?:(?![,;!?"“\\n]|\\.(?:\\s|$)).)+)`,
    'iu',
  ).exec(text);
  const words: string[] = [];
  for (const word of match?.[1]?.trim().split(/\s+/) ?? []) {
    if (CONNECTORS.has(word.toLowerCase()) || words.length === MAX_WORDS) break;
    words.push(word);
  }
  return words.length === 0 ? undefined : words.join(' ');
}

function properNames(text: string): string[] {
  return Array.from(
    text.matchAll(/(?<=[\p{L}\p{N},]\s+)\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'-]+)*/gu),
    (match) => match[0],
  ).filter((name) => name !== 'I' && !name.startsWith("I'"));
}

/** The words after the last preposition; otherwise those that are neither stop words nor the tool's name. */
function subjectOf(text: string, toolWords: readonly string[]): string | undefined {
  const words = text
    .split(/\s+/)
    .map((word) => word.replace(/^[(\p{Pi}]+|[.,;:!?)]+$/gu, ''))
    .filter((word) => word !== '');
  const pointer = words.findLastIndex((word) => /^(?:in|at|for|to|near|about|of|from|with)$/i.test(word));
  const meaningful = words.slice(pointer + 1).filter((word) => {
    const lower = word.toLowerCase().replace(/'s$/, '');
    return (
      !CONNECTORS.has(lower) &&
      !STOP_WORDS.has(lower) &&
      !splitWords(word).some((one) => toolWords.includes(one))
    );
  });
  return meaningful.length === 0 ? undefined : meaningful.slice(0, MAX_WORDS).join(' ');
}
