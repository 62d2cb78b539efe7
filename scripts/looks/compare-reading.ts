import { type Fact, FROM_TEXT, factAt, isSame, type PageFacts, type Reading, toFacts } from './page-facts.ts';

/** Where a reading differs from a page's facts: one line each, with slot, property, before and after. */
export function compareReading(facts: PageFacts, reading: Reading): string[] {
  const { width, theme } = reading;
  const now = toFacts([reading]);
  const valueOf = (fact: Fact | undefined) => factAt(fact, width, theme) ?? 'none';
  return [...new Set([...Object.keys(facts), ...Object.keys(now)])].flatMap((path) => {
    const [was = {}, is = {}] = [facts[path], now[path]];
    const wasThere = path in facts && factAt(facts[path]?.['shown'], width, theme) !== 'absent';
    if (!wasThere) return path in now ? [`${path}: it is new`] : [];
    if (!(path in now)) return [`${path}: it is gone`];
    return [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter((property) => property !== 'shown' || is[property] !== undefined)
      .map((property) => ({ property, before: valueOf(was[property]), after: valueOf(is[property]) }))
      .filter(({ property, before, after }) => before !== FROM_TEXT && !isSame(property, before, after))
      .map(({ property, before, after }) => `${path}: ${property}: ${before} → ${after}`);
  });
}
