/**
 * What files say, beside a text that is being written and in messages. A catalogue of its own, so that English is
 * loaded with the first file; other languages give theirs as `files` of their {@link Words}. Sizes arrive formatted.
 */
export interface FileStrings {
  readonly attach: string;
  /** The list above the text. */
  readonly attached: string;
  /** While files are held above the conversation. */
  readonly drop: string;
  readonly waiting: string;
  readonly sending: string;
  sent(part: string, whole: string): string;
  remove(name: string): string;
  retry(name: string): string;
  tooMany(count: string): string;
  tooLarge(limit: string): string;
  readonly wrongType: string;
  readonly empty: string;
  /** Why a message with files does not go yet. */
  readonly hold: string;
  readonly holdFailed: string;
  /** The list under a message. */
  readonly files: string;
  /** Stands before a file's name, for screen readers. */
  readonly download: string;
  readonly notLoaded: string;
  /** Names the button that an image of a message is. */
  enlarge(image: string): string;
  readonly close: string;
}

export const englishFiles: FileStrings = {
  attach: 'Attach files',
  attached: 'Attached files',
  drop: 'Drop to attach',
  waiting: 'Waiting',
  sending: 'Sending',
  sent: (part, whole) => `${part} of ${whole}`,
  remove: (name) => `Remove ${name}`,
  retry: (name) => `Try again: ${name}`,
  tooMany: (count) => `Not attached. The most a message takes is ${count}.`,
  tooLarge: (limit) => `Not attached. Larger than ${limit}.`,
  wrongType: 'Not attached. Files of this kind are not taken.',
  empty: 'Not attached. The file is empty.',
  hold: 'Files are on their way. Your message can go when they are there.',
  holdFailed: 'A file was not sent. Try again or remove it.',
  files: 'Files',
  download: 'Download',
  notLoaded: 'Could not be loaded.',
  enlarge: (image) => `${image}, show larger`,
  close: 'Close',
};
