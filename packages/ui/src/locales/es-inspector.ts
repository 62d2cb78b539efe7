import type { InspectorStrings } from './inspector-strings.ts';

/** The inspector in Spanish. */
export const inspectorEs: InspectorStrings = {
  label: 'Eventos de esta ejecución',
  events: 'Eventos',
  position: 'Evento',
  at: (index, count) => `${index} de ${count}`,
  run: 'Ejecución',
  steps: 'Pasos',
  text: 'Texto',
  event: 'Evento en JSON',
  state: 'Estado en JSON',
  none: 'Todavía nada',
  reading: 'Leyendo los eventos',
  copy: 'Copiar como datos de prueba',
  copied: 'Copiado',
  unsupported:
    'Este servidor no guarda los eventos de sus ejecuciones, así que no hay nada que recorrer. La ejecución y sus pasos aún pueden leerse.',
  expired: 'Los eventos de esta ejecución ya no se guardan. La ejecución y sus pasos aún pueden leerse.',
};
