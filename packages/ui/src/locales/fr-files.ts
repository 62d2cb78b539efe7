import type { FileStrings } from './file-strings.ts';

export const frenchFiles: FileStrings = {
  attach: 'Joindre des fichiers',
  attached: 'Fichiers joints',
  drop: 'Déposez pour joindre',
  waiting: 'En attente',
  sending: 'Envoi en cours',
  sent: (part, whole) => `${part} sur ${whole}`,
  remove: (name) => `Retirer ${name}`,
  retry: (name) => `Réessayer\u00a0: ${name}`,
  tooMany: (count) => `Non joint. Un message en accepte au maximum ${count}.`,
  tooLarge: (limit) => `Non joint. Dépasse ${limit}.`,
  wrongType: 'Non joint. Les fichiers de ce type ne sont pas acceptés.',
  empty: 'Non joint. Le fichier est vide.',
  hold: 'Des fichiers sont en route. Votre message pourra partir quand ils seront arrivés.',
  holdFailed: 'Un fichier n’a pas été envoyé. Réessayez ou retirez-le.',
  files: 'Fichiers',
  download: 'Télécharger',
  notLoaded: 'Chargement impossible.',
  enlarge: (image) => `${image}, agrandir`,
  close: 'Fermer',
};
