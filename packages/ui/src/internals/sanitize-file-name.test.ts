import { expect, test } from 'vitest';
import { sanitizeFileName } from './sanitize-file-name.ts';

test.each([
  ['a direction that is overridden', 'invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['an isolated direction', '\u2067report\u2069.pdf', 'report.pdf'],
  ['a line break and a null', 'a\u0000b\r\nc.txt', 'abc.txt'],
  ['what has no width', 'a\u200bb\ufeff\u2060\u00adc\u{e0041}.txt', 'abc.txt'],
  ['a line separator', 'a\u2028b.txt', 'ab.txt'],
  ['nothing hidden, in any script', 'تقرير 2026 – 報告.pdf', 'تقرير 2026 – 報告.pdf'],
  ['joined emoji', '👩‍🚀.png', '👩‍🚀.png'],
])('%s', (_, name, shown) => {
  expect(sanitizeFileName(name)).toBe(shown);
});
