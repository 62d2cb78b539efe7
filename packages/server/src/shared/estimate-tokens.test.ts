import { countTokens } from 'gpt-tokenizer';
import { describe, expect, it } from 'vitest';
import { estimateTokens } from './estimate-tokens.ts';

describe('estimateTokens', () => {
  it.each([
    ['nothing', '', 0],
    ['four ASCII characters', 'word', 1],
    ['two Cyrillic letters', 'да', 1],
    ['a Chinese character', '天', 1],
    ['an emoji, which is two units', '🌧', 2],
  ])('%s count as expected', (_what, text, tokens) => {
    expect(estimateTokens(text)).toBe(tokens);
  });

  it.each([
    ['English', 'The weather in the north will be unsettled this week, with rain spreading from the west. '],
    ['German', 'Das Wetter im Norden bleibt in dieser Woche wechselhaft, Regen zieht von Westen heran. '],
    ['Russian', 'Погода на севере на этой неделе будет неустойчивой, дождь придёт с запада. '],
    ['Arabic', 'سيكون الطقس في الشمال غير مستقر هذا الأسبوع مع أمطار من الغرب. '],
    ['Chinese', '本周北方天气不稳定，降雨将从西部开始蔓延，周末气温会明显下降。'],
    ['Japanese', '今週の北部の天気は不安定で、西から雨が広がる見込みです。'],
    ['Korean', '이번 주 북부 지방의 날씨는 불안정하며 서쪽에서 비가 올 것으로 보입니다. '],
    ['JSON', JSON.stringify({ city: 'Oslo', unit: 'celsius', days: [1, 2, 3], detail: { wind: true } })],
  ])('for %s, the estimate is between 0.65 and 2.5 times the tokens of a tokenizer', (_language, text) => {
    const long = text.repeat(20);
    const ratio = estimateTokens(long) / countTokens(long);
    expect(ratio).toBeGreaterThan(0.65);
    expect(ratio).toBeLessThan(2.5);
  });
});
