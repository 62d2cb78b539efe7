import { expect, it } from 'vitest';
import { paragraph, wordPart } from '../testing/word-document.ts';
import { createTextSink } from './text-sink.ts';
import { addWordText } from './word-text.ts';

function textOf(content: string): string {
  const pieces: string[] = [];
  const sink = createTextSink(10_000, (piece) => pieces.push(piece));
  addWordText(wordPart(content), sink);
  sink.end();
  return pieces.join('');
}

const row = (...cells: string[]): string =>
  `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr><w:p/></w:tcPr>${cell}</w:tc>`).join('')}</w:tr>`;

it.each([
  [
    'runs of a paragraph',
    '<w:p><w:r><w:t>Tra</w:t></w:r><w:r><w:t xml:space="preserve">vel </w:t></w:r></w:p>',
    'Travel ',
  ],
  ['paragraphs, of which empty ones are left out', `${paragraph('a')}<w:p/>${paragraph('b')}`, 'a\nb'],
  ['breaks and tabs', '<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>', 'a\tb\nc'],
  [
    'settings with the name of a break',
    `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>`,
    'a',
  ],
  ['a table', row(paragraph('a'), paragraph('b')) + row(paragraph('c'), paragraph('d')), 'a\tb\nc\td'],
  ['empty cells', row(paragraph('a'), '<w:p/>', paragraph('c')) + paragraph('d'), 'a\t\tc\nd'],
  ['a cell with two paragraphs', row(paragraph('a') + paragraph('b'), paragraph('c')), 'a\nb\tc'],
  [
    'deleted and moved text',
    `<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom><w:r><w:t>new</w:t></w:r></w:p>`,
    'new',
  ],
  [
    'instructions of fields',
    '<w:p><w:r><w:instrText>HYPERLINK "http://a.example"</w:instrText></w:r><w:r><w:t>a</w:t></w:r></w:p>',
    'a',
  ],
  [
    'the second copy of a text box',
    `<mc:AlternateContent><mc:Choice>${paragraph('box')}</mc:Choice><mc:Fallback>${paragraph('box')}</mc:Fallback></mc:AlternateContent>`,
    'box',
  ],
  ['entities and CDATA', paragraph('&lt;&amp;&#233;&gt;<![CDATA[<b>]]>'), '<&é><b>'],
  ['elements with another prefix', '<x:p><x:r><x:t>a</x:t></x:r></x:p>', 'a'],
  ['comments and instructions of XML', '<w:p><w:r><w:t>a<!-- b --><?c d?></w:t></w:r></w:p>', 'a'],
])('%s', (_, content, text) => {
  expect(textOf(content)).toBe(text);
});

it('control characters are left out', () => {
  expect(textOf(paragraph('a&#x1;b\r\nc'))).toBe('ab\nc');
});
