import type { FileStrings } from './file-strings.ts';

export const spanishFiles: FileStrings = {
  attach: 'Adjuntar archivos',
  attached: 'Archivos adjuntos',
  drop: 'Suelta para adjuntar',
  waiting: 'En espera',
  sending: 'Enviando',
  sent: (part, whole) => `${part} de ${whole}`,
  remove: (name) => `Quitar ${name}`,
  retry: (name) => `Reintentar: ${name}`,
  tooMany: (count) => `No adjuntado. Un mensaje admite como máximo ${count}.`,
  tooLarge: (limit) => `No adjuntado. Ocupa más de ${limit}.`,
  wrongType: 'No adjuntado. No se aceptan archivos de este tipo.',
  empty: 'No adjuntado. El archivo está vacío.',
  hold: 'Los archivos están en camino. Tu mensaje podrá enviarse cuando lleguen.',
  holdFailed: 'Un archivo no se envió. Reinténtalo o quítalo.',
  files: 'Archivos',
  download: 'Descargar',
  notLoaded: 'No se pudo cargar.',
  enlarge: (image) => `${image}, ampliar`,
  close: 'Cerrar',
};
