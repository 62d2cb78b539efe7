import { describe, expect, it } from 'vitest';
import { readLine } from './visual-line.ts';

/** A line whose characters are drawn one by one from the left. */
const drawn = (visual: string) => Array.from(visual, (text, x) => ({ text, x }));

describe('readLine', () => {
  it.each([
    ['a line from the left', 'Receipts (2026) are due.', 'Receipts (2026) are due.'],
    ['Japanese', '日本語の文書', '日本語の文書'],
    ['Hebrew', 'םולש', 'שלום'],
    ['Arabic as shapes', '.ﻢﻟﺎﻌﻟﺎﺑ ﺎﺒﺣﺮﻣ', 'مرحبا بالعالم.'],
    ['a ligature', 'ﻼﻫأ', 'أهلا'],
    ['a number in Arabic', '.123 مقر', 'رقم 123.'],
    ['a number with separators', '1,234.50 ﻎﻠﺒﻣ', 'مبلغ 1,234.50'],
    ['English words in Arabic', 'ةنيدملا يف بتكم Travel Office ناك', 'كان Travel Office مكتب في المدينة'],
    ['brackets in Hebrew', '(םולש) רמא', 'אמר (שלום)'],
    ['Hebrew words in English', 'He said םלוע ,םולש to all.', 'He said שלום, עולם to all.'],
    ['a Hebrew number in English', 'See םיפד 12 ףיעס here and there.', 'See סעיף 12 דפים here and there.'],
  ])('%s is in the order of reading', (_, visual, text) => {
    expect(readLine(drawn(visual))).toBe(text);
  });

  it('words that are drawn in the order of reading stay in it', () => {
    const words = [
      { text: 'مرحبا', x: 300 },
      { text: ' ', x: 290 },
      { text: 'بالعالم', x: 200 },
    ];
    expect(readLine(words)).toBe('مرحبا بالعالم');
  });
});
