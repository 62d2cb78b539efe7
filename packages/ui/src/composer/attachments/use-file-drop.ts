'use client';

import { useEffect, useState } from 'react';
import { pastedFiles } from './pasted-files.ts';

const hasFiles = (data: DataTransfer | null): data is DataTransfer => data?.types.includes('Files') ?? false;

/**
 * Calls `onFiles` with the files that are dropped on or pasted into `target` (see {@link pastedFiles}). Returns whether
 * files are dragged over it.
 */
export function useFileDrop(target: HTMLElement | null, onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    if (!target) return;
    // `dragenter` of the next child fires before `dragleave` of the previous one.
    let depth = 0;
    const leave = (): void => {
      depth = 0;
      setIsOver(false);
    };
    const handlers = {
      dragenter: ({ dataTransfer }: DragEvent) => {
        if (!hasFiles(dataTransfer)) return;
        depth += 1;
        setIsOver(true);
      },
      dragover: (event: DragEvent) => {
        // Otherwise the browser would navigate to the file.
        if (hasFiles(event.dataTransfer)) event.preventDefault();
      },
      dragleave: ({ dataTransfer }: DragEvent) => {
        if (!hasFiles(dataTransfer)) return;
        depth -= 1;
        if (depth <= 0) leave();
      },
      drop: (event: DragEvent) => {
        if (!hasFiles(event.dataTransfer)) return;
        event.preventDefault();
        leave();
        onFiles(Array.from(event.dataTransfer.files));
      },
      paste: (event: ClipboardEvent) => {
        const data = event.clipboardData;
        if (!data || data.files.length === 0) return;
        const files = pastedFiles({
          files: Array.from(data.files),
          types: data.types,
          text: data.getData('text/plain'),
        });
        if (files.length === 0) return;
        event.preventDefault();
        onFiles(files);
      },
    };
    // Without an `AbortSignal`: Jest's jsdom rejects Node's.
    target.addEventListener('dragenter', handlers.dragenter);
    target.addEventListener('dragover', handlers.dragover);
    target.addEventListener('dragleave', handlers.dragleave);
    target.addEventListener('drop', handlers.drop);
    target.addEventListener('paste', handlers.paste);
    return () => {
      target.removeEventListener('dragenter', handlers.dragenter);
      target.removeEventListener('dragover', handlers.dragover);
      target.removeEventListener('dragleave', handlers.dragleave);
      target.removeEventListener('drop', handlers.drop);
      target.removeEventListener('paste', handlers.paste);
    };
  }, [target, onFiles]);
  return isOver;
}
