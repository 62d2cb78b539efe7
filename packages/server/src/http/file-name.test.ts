import { describe, expect, it } from 'vitest';
import { cleanFileName } from './file-name.ts';

describe('cleanFileName', () => {
  it.each<[string, string, string]>([
    ['a bidirectional override', 'invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['bidirectional isolates and marks', '\u2067a\u2069\u200Fb\u061C.txt', 'ab.txt'],
    ['line breaks and control characters', 'a\r\nb\u0000\u007F\u009B.txt', 'ab.txt'],
    ['line separators', 'a\u2028b\u2029.txt', 'ab.txt'],
    ['zero-width characters', 'a\u200Bb\uFEFF\u2060\u00ADc.txt', 'abc.txt'],
    ['tags', 'a\u{E0041}\u{E007F}.txt', 'a.txt'],
    ['hidden characters even if nothing else remains', '\u202E \u0007', 'file'],
  ])('cleanFileName removes %s', (_what, name, clean) => {
    expect(cleanFileName(name)).toBe(clean);
  });

  it.each(['خطة.pdf', 'résumé 2026.pdf', '👩‍👩‍👧.png', 'a (1).tar.gz', '写真.jpg'])(
    'cleanFileName keeps %s',
    (name) => {
      expect(cleanFileName(name)).toBe(name);
    },
  );

  it('cleanFileName replaces a lone surrogate', () => {
    expect(cleanFileName('a\uD83D.txt')).toBe('a\uFFFD.txt');
  });
});
