import { describe, expect, it } from 'vitest';
import type { Attachment } from './attachment.ts';
import { filesOfInput, toInput } from './to-input.ts';

const done = (name: string, type = ''): Attachment => ({
  key: name,
  name,
  type,
  size: 1,
  file: undefined,
  status: 'done',
  fileId: `file_${name}`,
});

describe('toInput', () => {
  it('toInput returns plain text for a message without files', () => {
    expect(toInput('Hello', [])).toBe('Hello');
    expect(toInput('Hello', [{ ...done('a'), status: 'rejected', reason: 'empty' }])).toBe('Hello');
  });

  it('toInput puts images before the text, and attaches other files with the tools that read them', () => {
    const files = [done('a.png', 'image/png'), done('b.PDF'), done('c.csv'), done('d.xlsx')];
    const input = toInput('Compare', files);
    expect(input).toEqual({
      content: [
        { type: 'image_file', image_file: { file_id: 'file_a.png' } },
        { type: 'text', text: 'Compare' },
      ],
      attachments: [
        { file_id: 'file_b.PDF', tools: [{ type: 'file_search' }] },
        { file_id: 'file_c.csv', tools: [{ type: 'code_interpreter' }, { type: 'file_search' }] },
        { file_id: 'file_d.xlsx', tools: [{ type: 'code_interpreter' }] },
      ],
    });
    expect(filesOfInput(input)).toEqual([
      { fileId: 'file_a.png', isImage: true },
      { fileId: 'file_b.PDF', isImage: false },
      { fileId: 'file_c.csv', isImage: false },
      { fileId: 'file_d.xlsx', isImage: false },
    ]);
  });

  it('toInput sends images without text', () => {
    expect(toInput('', [done('a.png', 'image/png')])).toEqual({
      content: [{ type: 'image_file', image_file: { file_id: 'file_a.png' } }],
    });
  });
});
