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
  [
    'form-data; name="file"; filename="a\u2028content-disposition: b\u2029"',
    'file',
    'a\u2028content-disposition: b\u2029',
  ],
  ['form-data', undefined, undefined],
])('the names of %s are read', (header, name, filename) => {
  expect(readPartNames(`Content-Type: text/plain\r\ncontent-disposition: ${header}`)).toEqual({
    name,
    filename,
  });
});

it('the header of the names may be continued on the next line', () => {
  const headers =
    'Content-Disposition: form-data;\r\n name="file";\r\n\tfilename="a.txt"\r\nContent-Type: text/plain';
  expect(readPartNames(headers)).toEqual({ name: 'file', filename: 'a.txt' });
});
