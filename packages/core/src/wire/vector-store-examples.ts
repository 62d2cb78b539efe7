import { isRecord } from '../is-record.ts';
import { type Example, fill } from './fill.ts';

const fileCounts = { in_progress: 0, completed: 0, failed: 0, cancelled: 0, total: 0 };
const processed = { created_at: 0, status: 'in_progress' };
const store = { ...processed, usage_bytes: 0, file_counts: fileCounts };
const file = {
  ...processed,
  usage_bytes: 0,
  last_error: (value: unknown) => (isRecord(value) ? fill({ code: '', message: '' }, value) : null),
};
const texts = (value: unknown): unknown =>
  (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');

/** The members that readers rely on, of objects and of pages. */
export const VECTOR_STORE_EXAMPLES = {
  store,
  file,
  batch: { ...processed, file_counts: fileCounts },
  stores: { data: [store] },
  files: { data: [file] },
  results: {
    search_query: texts,
    data: [{ file_id: '', filename: '', score: 0, content: [{ text: '' }] }],
  },
  content: { data: [{ text: '' }] },
} as const satisfies Record<string, Example>;
