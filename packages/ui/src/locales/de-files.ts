import type { FileStrings } from './file-strings.ts';

export const germanFiles: FileStrings = {
  attach: 'Dateien anhängen',
  attached: 'Angehängte Dateien',
  drop: 'Zum Anhängen ablegen',
  waiting: 'Wartet',
  sending: 'Wird gesendet',
  sent: (part, whole) => `${part} von ${whole}`,
  remove: (name) => `${name} entfernen`,
  retry: (name) => `Erneut versuchen: ${name}`,
  tooMany: (count) => `Nicht angehängt. Eine Nachricht nimmt höchstens ${count}.`,
  tooLarge: (limit) => `Nicht angehängt. Größer als ${limit}.`,
  wrongType: 'Nicht angehängt. Dateien dieser Art werden nicht angenommen.',
  empty: 'Nicht angehängt. Die Datei ist leer.',
  hold: 'Dateien sind unterwegs. Ihre Nachricht kann gesendet werden, sobald sie da sind.',
  holdFailed: 'Eine Datei wurde nicht gesendet. Versuchen Sie es erneut oder entfernen Sie sie.',
  files: 'Dateien',
  download: 'Herunterladen',
  notLoaded: 'Konnte nicht geladen werden.',
  enlarge: (image) => `${image}, größer zeigen`,
  close: 'Schließen',
};
