import type { MessageObject, SendInput } from '@threadkit/core';
import { collectCitations } from './citation/collect-citations.ts';
import { numberMarkers } from './citation/split-markers.ts';
import { unknownPartText } from './unknown-part.ts';

/** The text of a message without images and files. Parts are separated by blank lines; citations are `[1]`. */
export function plainText(message: Pick<MessageObject, 'content'>): string {
  const { byMarker } = collectCitations(message.content);
  return message.content
    .map((part) => {
      switch (part.type) {
        case 'text':
          return numberMarkers(part.text.value, byMarker);
        case 'refusal':
          return part.refusal;
        case 'image_file':
        case 'image_url':
          return '';
        default:
          return unknownPartText(part);
      }
    })
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The text of an unsent message. */
export function inputText(input: SendInput): string {
  const content = typeof input === 'string' ? input : input.content;
  if (typeof content === 'string') return content;
  return content.map((part) => (part.type === 'text' ? part.text : '')).join('\n\n');
}
