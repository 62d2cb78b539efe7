import { expect, test } from 'vitest';
import { matchTitle } from './thread-title.ts';

test.each([
  ['Checkout got slow', 'checkout', true],
  ['Checkout got slow', 'SLOW check', true],
  ['Checkout got slow', 'slow payroll', false],
  ['Facturación de octubre', 'facturacion', true],
  ['Über Zürich', 'uber', true],
  ['Anything', '  ', true],
])('matchTitle of "%s" with the search "%s" is %s', (title, search, found) => {
  expect(matchTitle(title, search)).toBe(found);
});
