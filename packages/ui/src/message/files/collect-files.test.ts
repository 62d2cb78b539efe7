import type { Annotation, MessageContentPart } from '@threadkit/core';
import { expect, it } from 'vitest';
import { collectFiles } from './collect-files.ts';

const text = (...annotations: Annotation[]): MessageContentPart => ({
  type: 'text',
  text: { value: '', annotations },
});
const path = (fileId: string, where: string): Annotation => ({
  type: 'file_path',
  text: where,
  start_index: 0,
  end_index: 1,
  file_path: { file_id: fileId },
});

it('collectFiles returns attachments and files generated according to the text, each once', () => {
  const files = collectFiles({
    content: [
      text(path('file_2', 'sandbox:/mnt/data/report.csv')),
      text(path('file_2', 'sandbox:/mnt/data/report.csv')),
    ],
    attachments: [{ file_id: 'file_1', tools: [] }, { tools: [] }],
  });
  expect(files).toEqual([
    { fileId: 'file_1', name: undefined },
    { fileId: 'file_2', name: 'report.csv' },
  ]);
});

it('collectFiles returns the same empty list for every message without files', () => {
  const none = collectFiles({ content: [text()], attachments: null });
  expect(none).toEqual([]);
  expect(collectFiles({ content: [] })).toBe(none);
});
