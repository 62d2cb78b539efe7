/** A run of characters of a line, as a PDF draws it. */
export interface DrawnText {
  /** In the order of reading. */
  readonly text: string;
  /** Where it begins on the page, from the left. */
  readonly x: number;
}

type Direction = 'rtl' | 'ltr' | 'neutral';

interface Unit {
  readonly text: string;
  readonly direction: Direction;
}

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LETTER = /\p{L}/u;
const NUMBER = /\p{Nd}/u;
/** Shapes of Arabic and Hebrew letters, for which there are characters of their own. */
const SHAPES = /[\uFB1D-\uFDFF\uFE70-\uFEFC]+/g;
const BRACKETS = '()[]{}<>«»';

/**
 * The text of a line in the order of reading. A PDF draws lines in Arabic or Hebrew from the left to the right, often each letter for itself and as a shape; others
 * are returned as they are drawn. The direction of a line is that of most of its letters.
 */
export function readLine(drawn: readonly DrawnText[]): string {
  if (!drawn.some(({ text }) => RTL.test(text))) return drawn.map(({ text }) => text).join('');
  const units = drawn.toSorted((a, b) => a.x - b.x).flatMap(toUnits);
  const count = (direction: Direction): number =>
    units.reduce(
      (sum, unit) => (unit.direction === direction && LETTER.test(unit.text) ? sum + unit.text.length : sum),
      0,
    );
  const ordered = count('rtl') >= count('ltr') ? reverseRun(units) : reverseRtlRuns(units);
  return ordered
    .map(({ text }) => text)
    .join('')
    .replaceAll(SHAPES, (shapes) => shapes.normalize('NFKC'));
}

/** Text with letters from the right to the left is in the order of reading already, and stays together. */
function toUnits({ text }: DrawnText): Unit[] {
  return RTL.test(text)
    ? [{ text, direction: 'rtl' }]
    : Array.from(text, (character) => ({ text: character, direction: directionOf(character) }));
}

const directionOf = (character: string): Direction =>
  LETTER.test(character) || NUMBER.test(character) ? 'ltr' : 'neutral';

/** From the right to the left, except for words and numbers that are read from the left, with what is between two of them. */
function reverseRun(units: readonly Unit[]): Unit[] {
  const reversed: Unit[] = [];
  for (let end = units.length - 1; end >= 0; ) {
    const last = units[end];
    if (last?.direction !== 'ltr') {
      if (last) reversed.push(last.direction === 'neutral' ? mirrored(last) : last);
      end -= 1;
      continue;
    }
    let first = end;
    for (let at = end; at >= 0 && units[at]?.direction !== 'rtl'; at -= 1) {
      if (units[at]?.direction === 'ltr') first = at;
    }
    reversed.push(...units.slice(first, end + 1));
    end = first - 1;
  }
  return reversed;
}

/** Reverses what is between the first and the last of neighboring words from the right to the left. */
function reverseRtlRuns(units: readonly Unit[]): Unit[] {
  const ordered: Unit[] = [];
  for (let first = 0; first < units.length; ) {
    const unit = units[first];
    let last = first;
    if (unit?.direction === 'rtl') {
      for (let at = first; at < units.length && !isWord(units[at]); at += 1) {
        if (units[at]?.direction === 'rtl') last = at;
      }
    }
    ordered.push(
      ...(last === first ? units.slice(first, first + 1) : reverseRun(units.slice(first, last + 1))),
    );
    first = last + 1;
  }
  return ordered;
}

const isWord = (unit: Unit | undefined): boolean => unit?.direction === 'ltr' && LETTER.test(unit.text);

/** A bracket is drawn as its counterpart where a text is read from the right. */
function mirrored(unit: Unit): Unit {
  const at = BRACKETS.indexOf(unit.text);
  return at === -1 ? unit : { ...unit, text: BRACKETS[at % 2 === 0 ? at + 1 : at - 1] ?? unit.text };
}
