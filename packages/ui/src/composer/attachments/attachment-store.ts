import type { FileObject, FilesApi, SendInput, Subscribable, ThreadkitError } from '@threadkit/core';
import { createSubscribers } from '@threadkit/core/internal';
import type { Attachment, AttachmentState } from './attachment.ts';
import { type AttachmentLimits, findRejectionReason } from './attachment-limits.ts';
import { filesOfInput, isModelImage, toInput } from './to-input.ts';

/** Maximum number of concurrent uploads. */
const MAX_UPLOADS = 3;

export interface AttachmentStoreOptions {
  readonly files: FilesApi;
  readonly limits: AttachmentLimits;
  /** Called for each uploaded file, with its content. */
  readonly onUploaded?: ((uploaded: FileObject, file: File) => void) | undefined;
}

/** What changes the attachments of a composer. */
export interface AttachmentActions {
  /** Uploads files. A file that is rejected or fails stays in the list with the reason. */
  add(files: readonly File[]): void;
  /** Removes a file and aborts its upload. Does not delete it from the server. */
  remove(key: string): void;
  /** Uploads a failed file again. */
  retry(key: string): void;
  /** Returns a message with `text` and the uploaded files, and empties the list. */
  take(text: string): SendInput;
  /** Adds the files of a message that returns to the composer. */
  restore(input: SendInput): void;
}

/** The attachments of the composer and their uploads. Independent of React. */
export interface AttachmentStore extends AttachmentActions, Subscribable<readonly Attachment[]> {
  /** Aborts all uploads. */
  close(): void;
}

export function createAttachmentStore({
  files,
  limits,
  onUploaded,
}: AttachmentStoreOptions): AttachmentStore {
  let items: readonly Attachment[] = [];
  /** The files of taken messages by id, for `restore`. */
  const taken = new Map<string, Attachment>();
  const uploads = new Map<string, AbortController>();
  const subscribers = createSubscribers();
  let lastKey = 0;

  function set(changed: readonly Attachment[]): void {
    items = changed;
    subscribers.notify();
  }

  function change(key: string, state: AttachmentState): void {
    set(items.map((item) => (item.key === key ? { ...item, ...state } : item)));
  }

  function sendNext(): void {
    for (const item of items) {
      if (uploads.size >= MAX_UPLOADS) return;
      if (item.status === 'waiting' && item.file) void send(item, item.file);
    }
  }

  async function send({ key, name, type }: Attachment, file: File): Promise<void> {
    const abort = new AbortController();
    uploads.set(key, abort);
    change(key, { status: 'uploading', uploadedBytes: 0 });
    try {
      const uploaded = await files.upload(file, {
        name,
        purpose: isModelImage({ type }) ? 'vision' : 'assistants',
        signal: abort.signal,
        onProgress: (uploadedBytes) => {
          if (!abort.signal.aborted) change(key, { status: 'uploading', uploadedBytes });
        },
      });
      onUploaded?.(uploaded, file);
      change(key, { status: 'done', fileId: uploaded.id });
    } catch (error) {
      // Unless aborted, `FilesApi` rejects with a `ThreadkitError` only.
      if (!abort.signal.aborted) change(key, { status: 'failed', error: error as ThreadkitError });
    } finally {
      uploads.delete(key);
      sendNext();
    }
  }

  function newKey(): string {
    lastKey += 1;
    return String(lastKey);
  }

  return {
    getSnapshot: () => items,
    subscribe: subscribers.add,
    add(added) {
      let count = items.filter(({ status }) => status !== 'rejected').length;
      const newItems = added.map((file): Attachment => {
        const reason = findRejectionReason(file, count, limits);
        if (reason === undefined) count += 1;
        const { name, size, type } = file;
        const base = { key: newKey(), name, size, type, file };
        return reason === undefined
          ? { ...base, status: 'waiting' }
          : { ...base, status: 'rejected', reason };
      });
      set([...items, ...newItems]);
      sendNext();
    },
    remove(key) {
      uploads.get(key)?.abort();
      set(items.filter((item) => item.key !== key));
    },
    retry(key) {
      change(key, { status: 'waiting' });
      sendNext();
    },
    take(text) {
      const input = toInput(text, items);
      for (const item of items) if (item.status === 'done') taken.set(item.fileId, item);
      set([]);
      return input;
    },
    restore(input) {
      const restored = filesOfInput(input).map(({ fileId, isImage }): Attachment => {
        const type = isImage ? 'image/png' : '';
        const before = taken.get(fileId) ?? { name: fileId, size: undefined, type, file: undefined };
        return { ...before, key: newKey(), status: 'done', fileId };
      });
      if (restored.length > 0) set([...items, ...restored]);
    },
    close() {
      for (const abort of uploads.values()) abort.abort();
    },
  };
}
