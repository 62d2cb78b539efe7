import type { FileObject, FilesApi, SendInput, Subscribable, ThreadkitError } from '@threadkit/core';
import type { Attachment, AttachmentState } from './attachment.ts';
import { type AttachmentLimits, refusalOf } from './attachment-limits.ts';
import { filesOfInput, isSeen, toInput } from './to-input.ts';

/** Uploads at once; the others wait their turn. */
const AT_ONCE = 3;

export interface AttachmentTrayOptions {
  readonly files: FilesApi;
  readonly limits: AttachmentLimits;
  /** Told of each file that the server has, with what is in it. */
  readonly onSent?: ((sent: FileObject, file: File) => void) | undefined;
}

/** The files beside the text that is being written, on their way to the server. Nothing of it knows React. */
export interface AttachmentTray extends Subscribable<readonly Attachment[]> {
  /** Sends the files; those that are refused or fail stay and say why. */
  add(files: readonly File[]): void;
  /** Takes a file out, also in the middle of its way. What the server has of it stays there. */
  remove(key: string): void;
  retry(key: string): void;
  /** The message with its files, and an empty tray. */
  take(text: string): SendInput;
  /** Puts the files of a message back that is to be changed. */
  restore(input: SendInput): void;
  /** Stops what is on its way. */
  close(): void;
}

export function createAttachmentTray({ files, limits, onSent }: AttachmentTrayOptions): AttachmentTray {
  let items: readonly Attachment[] = [];
  /** What the server has had from here, for messages that come back. */
  const known = new Map<string, Attachment>();
  const stops = new Map<string, AbortController>();
  const listeners = new Set<() => void>();
  let made = 0;

  function set(changed: readonly Attachment[]): void {
    items = changed;
    for (const listener of listeners) listener();
  }

  function change(key: string, state: AttachmentState): void {
    set(items.map((item) => (item.key === key ? { ...item, ...state } : item)));
  }

  function sendNext(): void {
    for (const item of items) {
      if (stops.size >= AT_ONCE) return;
      if (item.status === 'waiting' && item.file) void send(item, item.file);
    }
  }

  async function send({ key, name, type }: Attachment, file: File): Promise<void> {
    const stop = new AbortController();
    stops.set(key, stop);
    change(key, { status: 'sending', sentBytes: 0 });
    try {
      const sent = await files.upload(file, {
        name,
        purpose: isSeen({ type }) ? 'vision' : 'assistants',
        signal: stop.signal,
        onProgress: (sentBytes) => {
          if (!stop.signal.aborted) change(key, { status: 'sending', sentBytes });
        },
      });
      onSent?.(sent, file);
      change(key, { status: 'done', fileId: sent.id });
    } catch (error) {
      // Else only errors of this kind come: `FilesApi` promises it.
      if (!stop.signal.aborted) change(key, { status: 'failed', error: error as ThreadkitError });
    } finally {
      stops.delete(key);
      sendNext();
    }
  }

  function newKey(): string {
    made += 1;
    return String(made);
  }

  return {
    getSnapshot: () => items,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    add(added) {
      let count = items.filter(({ status }) => status !== 'refused').length;
      const fresh = added.map((file): Attachment => {
        const refusal = refusalOf(file, count, limits);
        if (refusal === undefined) count += 1;
        const { name, size, type } = file;
        const base = { key: newKey(), name, size, type, file };
        return refusal === undefined
          ? { ...base, status: 'waiting' }
          : { ...base, status: 'refused', refusal };
      });
      set([...items, ...fresh]);
      sendNext();
    },
    remove(key) {
      stops.get(key)?.abort();
      set(items.filter((item) => item.key !== key));
    },
    retry(key) {
      change(key, { status: 'waiting' });
      sendNext();
    },
    take(text) {
      const input = toInput(text, items);
      for (const item of items) if (item.status === 'done') known.set(item.fileId, item);
      set([]);
      return input;
    },
    restore(input) {
      const back = filesOfInput(input).map(({ fileId, isImage }): Attachment => {
        const type = isImage ? 'image/png' : '';
        const before = known.get(fileId) ?? { name: fileId, size: undefined, type, file: undefined };
        return { ...before, key: newKey(), status: 'done', fileId };
      });
      if (back.length > 0) set([...items, ...back]);
    },
    close() {
      for (const stop of stops.values()) stop.abort();
    },
  };
}
