'use client';

import { useStrings } from './locale-provider.tsx';

/**
 * Strings of attachments in the composer and of files in messages: the section `files` of a `LocaleStrings`. Sizes are
 * passed formatted.
 */
export interface FileStrings {
  /** Accessible name of the button that opens the file dialog. */
  readonly attach: string;
  /** Accessible name of the list above the input. */
  readonly attached: string;
  /** While files are dragged over the chat. */
  readonly drop: string;
  /** State of a file whose upload has not started. */
  readonly waiting: string;
  /** State of a file while it is uploaded and its progress is unknown. */
  readonly uploading: string;
  /** State of a file while it is uploaded. Both arguments are formatted sizes. */
  progress(part: string, whole: string): string;
  /** Accessible name of the button that removes a file. */
  remove(name: string): string;
  /** Accessible name of the button that uploads a file again. */
  retry(name: string): string;
  /** Why a file was rejected: `count` is the formatted maximum. */
  tooMany(count: string): string;
  /** Why a file was rejected: `limit` is the formatted maximum size. */
  tooLarge(limit: string): string;
  /** Why a file was rejected. */
  readonly wrongType: string;
  /** Why a file was rejected: it has no content. */
  readonly empty: string;
  /** Why a message with attachments cannot be sent yet. */
  readonly uploadsPending: string;
  /** State of a file whose upload has failed. */
  readonly uploadFailed: string;
  /** Accessible name of the list below a message. */
  readonly files: string;
  /** Read by screen readers before a file's name. */
  readonly download: string;
  /** Shown in place of a file that could not be loaded. */
  readonly loadFailed: string;
  /** The button around an image of a message. */
  enlarge(image: string): string;
  /** Accessible name of the lightbox's close button. */
  readonly close: string;
}

export const enFiles: FileStrings = {
  attach: 'Attach files',
  attached: 'Attached files',
  drop: 'Drop files to attach',
  waiting: 'Waiting',
  uploading: 'Uploading',
  progress: (part, whole) => `${part} of ${whole}`,
  remove: (name) => `Remove ${name}`,
  retry: (name) => `Retry: ${name}`,
  tooMany: (count) => `Not attached. Maximum files per message: ${count}.`,
  tooLarge: (limit) => `Not attached. Maximum file size: ${limit}.`,
  wrongType: 'Not attached. This file type is not supported.',
  empty: 'Not attached. The file is empty.',
  uploadsPending: 'Files are still uploading. You can send your message when they finish.',
  uploadFailed: 'A file failed to upload. Retry or remove it.',
  files: 'Files',
  download: 'Download',
  loadFailed: 'Could not load.',
  enlarge: (image) => `Enlarge ${image}`,
  close: 'Close',
};

/** The file strings of the nearest `LocaleProvider`. */
export function useFileStrings(): FileStrings {
  return useStrings().files ?? enFiles;
}
