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
  takeShaped(shape: Shape): string | undefined;
  /** A capitalized name that does not start a sentence, such as a city. */
  takeName(): string | undefined;
  /** The subject of the message, as a last resort: "tokyo" in "weather tokyo". */
  takeSubject(): string | undefined;
  takeNumber(fits: (value: number) => boolean): number | undefined;
  /** The words directly after a property's name, up to the next connector. */
  textAfter(property: string): string | undefined;
  /** The number next to a property's name, on either side: "limit 5", "5 days". */
  numberNear(property: string): number | undefined;
}

/** `toolWords` are the words that matched the tool's name; they are not arguments. */
export function createMessageValues(message: string, toolWords: readonly string[] = []): MessageValues {
  const text = message.trim();
  const words = splitWords(text);
  const quoted = Array.from(
    text.matchAll(/"([^"]+)"|“([^”]+)”|(?<![\p{L}])'([^']+)'(?![\p{L}])/gu),
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
  const unquoted = text.replace(/"[^"]*"|“[^”]*”/g, ' ');
  const plain = [SHAPES.email, SHAPES.url, SHAPES.date, SHAPES.time].reduce(
    (left, shape) => left.replace(shape, ' '),
    unquoted,
  );
  const findShaped = (shape: Shape, where: string) =>
    Array.from(where.matchAll(SHAPES[shape]), ([found]) => found.replace(/^#|[.,;!?)]+$/g, ''));
  const shaped: Record<Shape, string[]> = {
    email: findShaped('email', text),
    url: findShaped('url', text),
    date: findShaped('date', text),
    time: findShaped('time', text),
    code: findShaped('code', plain),
  };
  const numbers = (plain.match(/(?<![\p{L}\d.-])-?\d+(?:\.\d+)?(?![\p{L}\d])/gu) ?? []).map(Number);
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
    takeShaped: (shape) => shaped[shape].shift(),
    takeName: () => names.shift(),

    takeSubject() {
      const taken = subject;
      subject = undefined;
      return taken;
    },

    takeNumber(fits) {
      const at = numbers.findIndex(fits);
      return at === -1 ? undefined : numbers.splice(at, 1)[0];
    },

    textAfter: (property) => findTextAfter(text, property),
    numberNear: (property) => findNumberNear(text, property),
  };
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

function findNumberNear(text: string, property: string): number | undefined {
  const name = splitName(property).join('[\\s_-]*');
  if (name === '') return undefined;
  const match = new RegExp(
    `(?:${name}s?\\s*(?:is|=|:|of|to)?\\s*(-?\\d+(?:\\.\\d+)?))|(?:(-?\\d+(?:\\.\\d+)?)\\s*${name})`,
    'iu',
  ).exec(text);
  const digits = match?.[1] ?? match?.[2];
  return digits === undefined ? undefined : Number(digits);
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
