import { expect, test } from 'vitest';
import { isNumeric } from './is-numeric.ts';

test.each(['18,402', '2,960 ms', '81 %', '$1.20', '−3', '~40', '1 024', '4.2s', '12 req/s'])(
  'isNumeric accepts %s',
  (text) => {
    expect(isNumeric(text)).toBe(true);
  },
);

test.each(['1–3 lines', 'v2', '', '14:06', '2026-11-19', 'eu-west-1', '3 of 4'])(
  'isNumeric rejects %j',
  (text) => {
    expect(isNumeric(text)).toBe(false);
  },
);
