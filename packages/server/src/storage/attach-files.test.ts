import type { MessageAttachment, ThreadObject } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { newMessage } from '../runs/new-message.ts';
import { attachFiles } from './attach-files.ts';

const thread: ThreadObject = {
  id: 'thread_1',
  object: 'thread',
  created_at: 1,
  metadata: {},
  tool_resources: {},
};
const code = { type: 'code_interpreter' } as const;
const search = { type: 'file_search' } as const;
const message = (...attachments: MessageAttachment[]) =>
  newMessage({ role: 'user', content: 'x', attachments }, { id: 'msg_1', threadId: 'thread_1', at: 1 });

describe('attachFiles', () => {
  it('attachFiles returns the same thread when nothing is attached to its tools', () => {
    expect(attachFiles(thread, [message()], 'vs_1')).toBe(thread);
    expect(attachFiles(thread, [message({ file_id: 'file-1' })], 'vs_1')).toBe(thread);
  });

  it('attachFiles adds files of code_interpreter, each once', () => {
    const before = { ...thread, tool_resources: { code_interpreter: { file_ids: ['file-0'] } } };
    const added = message({ file_id: 'file-1', tools: [code] }, { file_id: 'file-0', tools: [code] });
    expect(attachFiles(before, [added, added], 'vs_1').tool_resources).toEqual({
      code_interpreter: { file_ids: ['file-0', 'file-1'] },
    });
  });

  it('attachFiles adds a vector store for files to search, or keeps the existing one', () => {
    const both = message({ file_id: 'file-1', tools: [code, search] });
    const after = attachFiles(thread, [both], 'vs_1');
    expect(after.tool_resources).toEqual({
      code_interpreter: { file_ids: ['file-1'] },
      file_search: { vector_store_ids: ['vs_1'] },
    });
    expect(attachFiles(after, [both], 'vs_2')).toEqual(after);
  });
});
