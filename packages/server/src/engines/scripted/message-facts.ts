import { wordsOf, wordsOfName } from './words.ts';

/** Ends the words behind a property's name: "city Paris and date …". */
const CONNECTORS = new Set(
  'and or with in on at for from to by of the a an is are as it its me my this that please then using'.split(
    ' ',
  ),
);

const MAX_WORDS = 6;

/** What a message offers to fill arguments with. Quoted texts and numbers are given away once each. */
export class MessageFacts {
  readonly text: string;
  readonly #words: readonly string[];
  readonly #quoted: string[];
  readonly #numbers: number[];
  readonly #names: string[];

  constructor(text: string) {
    this.text = text.trim();
    this.#words = wordsOf(text);
    this.#quoted = Array.from(
      text.matchAll(/"([^"]+)"|“([^”]+)”|'([^']+)'(?![\p{L}])/gu),
      (match) => match[1] ?? match[2] ?? match[3] ?? '',
    );
    const unquoted = text.replace(/"[^"]*"|“[^”]*”/g, ' ');
    this.#numbers = (unquoted.match(/(?<![\p{L}\d.-])-?\d+(?:\.\d+)?(?![\p{L}\d])/gu) ?? []).map(Number);
    this.#names = properNames(unquoted);
  }

  mentions(value: string): boolean {
    const words = wordsOfName(value);
    return words.length > 0 && words.every((word) => this.#words.includes(word));
  }

  get hasQuoted(): boolean {
    return this.#quoted.length > 0;
  }

  takeQuoted(): string | undefined {
    return this.#quoted.shift();
  }

  /** A name in capitals that is no sentence's first word, such as a city. */
  takeName(): string | undefined {
    return this.#names.shift();
  }

  takeNumber(fits: (value: number) => boolean): number | undefined {
    const at = this.#numbers.findIndex(fits);
    return at === -1 ? undefined : this.#numbers.splice(at, 1)[0];
  }

  /** The words right behind a property's name, up to the next one that only connects. */
  behind(property: string): string | undefined {
    const name = wordsOfName(property).join('[\\s_-]*');
    if (name === '') return undefined;
    const match = new RegExp(
      `(?<![\\p{L}\\p{N}])${name}s?\\s*(?:is|are|=|:|of|to)?\\s+([^,;.!?"“\\n]+)`,
      'iu',
    ).exec(this.text);
    const words: string[] = [];
    for (const word of match?.[1]?.trim().split(/\s+/) ?? []) {
      if (CONNECTORS.has(word.toLowerCase()) || words.length === MAX_WORDS) break;
      words.push(word);
    }
    const found = words.join(' ').replace(/^["'“]+|["'”]+$/g, '');
    return found === '' ? undefined : found;
  }

  /** The number behind a property's name, on either side: "limit 5", "5 days". */
  numberAt(property: string): number | undefined {
    const name = wordsOfName(property).join('[\\s_-]*');
    const match = new RegExp(
      `(?:${name}s?\\s*(?:is|=|:|of|to)?\\s*(-?\\d+(?:\\.\\d+)?))|(?:(-?\\d+(?:\\.\\d+)?)\\s*${name})`,
      'iu',
    ).exec(this.text);
    const digits = match?.[1] ?? match?.[2];
    return digits === undefined ? undefined : Number(digits);
  }
}

function properNames(text: string): string[] {
  return Array.from(
    text.matchAll(/(?<=[\p{L}\p{N},]\s+)\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'-]+)*/gu),
    (match) => match[0],
  ).filter((name) => name !== 'I' && !name.startsWith("I'"));
}
