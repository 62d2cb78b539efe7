import { describe, expect, it } from 'vitest';
import { searchTerms } from './search-terms.ts';

const terms = (text: string): string => searchTerms(text).join(' ');

describe('searchTerms', () => {
  it.each([
    ['words without case', 'The Run, the STEP.', 'the run the step'],
    ['words without diacritics', 'Größe crème brûlée', 'gross creme brule'],
    ['words without endings', 'runs queries matched caching', 'run query match cach'],
    ['identifiers whole and in parts', 'useThread max_tokens', 'usethread use thread maxtoken max token'],
    ['acronyms in identifiers', 'parseHTTPText', 'parsehttptext pars http text'],
    ['numbers', 'HTTP 404, v2.1', 'http 404 v2 1'],
    ['full-width characters', 'ＡＰＩ', 'api'],
    ['Cyrillic words', 'Погода НЕУСТОЙЧИВА', 'погода неустоичива'],
    ['nothing', ' -- ', ''],
  ])('%s are terms', (_, text, expected) => {
    expect(terms(text)).toBe(expected);
  });

  it.each([
    ['Japanese', '契約書の期間', '契 約 書 期 間 契約 約書 書の の期 期間'],
    ['Japanese with long vowels', 'サーバー', 'サー ーバ バー'],
    ['Chinese', '向量数据库。', '向 量 数 据 库 向量 量数 数据 据库'],
    ['Korean', '문서를 찾기', '문서 서를 찾기'],
    ['a character alone', '水', '水'],
    ['a word in another script', 'React入門', 'react 入 門 入門'],
    ['characters beyond 16 bits', '𠮷野家', '𠮷 野 家 𠮷野 野家'],
  ])('%s has pairs of characters and single ideographs as terms', (_, text, expected) => {
    // Hangul is compared composed.
    expect(terms(text).normalize('NFC')).toBe(expected);
  });

  it('a name in camel case has the term of the name in lower case', () => {
    for (const name of ['GitHub', 'JavaScript', 'PostgreSQL'])
      expect(searchTerms(name)).toContain(terms(name.toLowerCase()));
  });

  it('a word that was read before has the same terms, after any number of other words', () => {
    const before = searchTerms('useThreads');
    const words = Array.from({ length: 45_000 }, (_, index) => `w${index}`);
    expect(searchTerms(words.join(' '))).toEqual(words);
    expect(searchTerms('useThreads')).toEqual(before);
  });

  it('a very long word is cut', () => {
    expect(searchTerms('x'.repeat(10_000))).toEqual(['x'.repeat(64)]);
  });
});
