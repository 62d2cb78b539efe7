import { expect, test } from 'vitest';
import { sanitizeFileName } from './sanitize-file-name.ts';

test.each([
  ['a direction override', 'invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['a direction isolate', '\u2067report\u2069.pdf', 'report.pdf'],
  ['a line break and a null', 'a\u0000b\r\nc.txt', 'abc.txt'],
  ['zero-width characters', 'a\u200bb\ufeff\u2060\u00adc\u{e0041}.txt', 'abc.txt'],
  ['a line separator', 'a\u2028b.txt', 'ab.txt'],
  ['visible characters of any script', 'تقرير 2026 – 報告.pdf', 'تقرير 2026 – 報告.pdf'],
  ['joined emoji', '👩‍🚀.png', '👩‍🚀.png'],
])('sanitizeFileName handles %s', (_, name, shown) => {
  expect(sanitizeFileName(name)).toBe(shown);
});
