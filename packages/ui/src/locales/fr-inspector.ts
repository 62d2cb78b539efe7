import type { InspectorStrings } from './inspector-strings.ts';

/** The inspector in French. */
export const inspectorFr: InspectorStrings = {
  label: 'Événements de cette exécution',
  events: 'Événements',
  position: 'Événement',
  at: (index, count) => `${index} sur ${count}`,
  run: 'Exécution',
  steps: 'Étapes',
  text: 'Texte',
  event: 'Événement en JSON',
  state: 'État en JSON',
  none: 'Rien pour le moment',
  reading: 'Lecture des événements',
  copy: 'Copier comme données de test',
  copied: 'Copié',
  unsupported:
    'Ce serveur ne conserve pas les événements de ses exécutions\u00a0: il n’y a donc rien à remonter. L’exécution et ses étapes restent lisibles.',
  expired:
    'Les événements de cette exécution ne sont plus conservés. L’exécution et ses étapes restent lisibles.',
};
