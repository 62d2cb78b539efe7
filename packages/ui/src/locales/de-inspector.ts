import type { InspectorStrings } from './inspector-strings.ts';

/** The inspector in German. */
export const inspectorDe: InspectorStrings = {
  label: 'Ereignisse dieses Laufs',
  events: 'Ereignisse',
  position: 'Ereignis',
  at: (index, count) => `${index} von ${count}`,
  run: 'Lauf',
  steps: 'Schritte',
  text: 'Text',
  event: 'Ereignis als JSON',
  state: 'Zustand als JSON',
  none: 'Noch keine',
  reading: 'Ereignisse werden gelesen',
  copy: 'Als Testdaten kopieren',
  copied: 'Kopiert',
  unsupported:
    'Dieser Server bewahrt die Ereignisse seiner Läufe nicht auf; es gibt also nichts, worin sich zurückgehen ließe. Der Lauf und seine Schritte sind weiterhin lesbar.',
  expired:
    'Die Ereignisse dieses Laufs werden nicht mehr aufbewahrt. Der Lauf und seine Schritte sind weiterhin lesbar.',
};
