import { expect, it } from 'vitest';
import { readPartNames } from './content-disposition.ts';

it.each([
  ['form-data; name="purpose"', 'purpose', undefined],
  ['form-data; name="file"; filename="契約書.pdf"', 'file', '契約書.pdf'],
  ['form-data; name="file"; filename="a%22b%0D%0A.txt"', 'file', 'a"b\r\n.txt'],
  [String.raw`form-data; name="file"; filename="a\"b.txt"`, 'file', 'a"b.txt'],
  [String.raw`form-data; name="file"; filename="C:\docs\a.txt"`, 'file', String.raw`C:\docs\a.txt`],
  ['form-data; name=file; filename=a.txt', 'file', 'a.txt'],
  [`form-data; name="file"; filename="a.txt"; filename*=UTF-8''gr%C3%B6%C3%9Fe.txt`, 'file', 'größe.txt'],
  [`form-data; name="file"; filename="a.txt"; filename*=UTF-8''%FF`, 'file', 'a.txt'],
  ['form-data; name="file"; filename=""', 'file', ''],
  ['form-data; name="a; filename=b"', 'a; filename=b', undefined],
  ['form-data', undefined, undefined],
])('the names of %s are read', (header, name, filename) => {
  expect(readPartNames(header)).toEqual({ name, filename });
});
