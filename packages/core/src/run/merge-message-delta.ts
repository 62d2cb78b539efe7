import type {
  Annotation,
  AnnotationDelta,
  MessageContentPart,
  MessageDeltaObject,
  MessageObject,
  MessagePartDelta,
} from '../api/index.ts';
import { placeAt } from './place-at.ts';

const EMPTY_ANNOTATION: Annotation = {
  type: 'file_citation',
  text: '',
  start_index: 0,
  end_index: 0,
  file_citation: { file_id: '' },
};
const EMPTY_PART: MessageContentPart = { type: 'text', text: { value: '', annotations: [] } };

/**
 * Applies a delta to a message: parts are addressed by `index`, texts and refusals append, everything else
 * replaces. Returns the same message when nothing changed. Copies no text: strings share their storage.
 */
export function mergeMessageDelta(message: MessageObject, { delta }: MessageDeltaObject): MessageObject {
  if (!delta.content?.length) return message;
  const content = message.content.slice();
  for (const part of delta.content) {
    placeAt(content, part.index, mergePart(content[part.index], part), EMPTY_PART);
  }
  return { ...message, content };
}

function mergePart(part: MessageContentPart | undefined, delta: MessagePartDelta): MessageContentPart {
  switch (delta.type) {
    case 'text': {
      const text = part?.type === 'text' ? part.text : { value: '', annotations: [] };
      return {
        type: 'text',
        text: {
          value: text.value + (delta.text?.value ?? ''),
          annotations: mergeAnnotations(text.annotations, delta.text?.annotations),
        },
      };
    }
    case 'refusal':
      return {
        type: 'refusal',
        refusal: (part?.type === 'refusal' ? part.refusal : '') + (delta.refusal ?? ''),
      };
    case 'image_file':
      return {
        type: 'image_file',
        image_file: { file_id: '', ...(part?.type === 'image_file' && part.image_file), ...delta.image_file },
      };
    case 'image_url':
      return {
        type: 'image_url',
        image_url: { url: '', ...(part?.type === 'image_url' && part.image_url), ...delta.image_url },
      };
    default:
      // A part type this version does not know: keep its index. Its content arrives with the complete message.
      return part ?? EMPTY_PART;
  }
}

function mergeAnnotations(
  annotations: readonly Annotation[],
  deltas: readonly AnnotationDelta[] | undefined,
): readonly Annotation[] {
  if (!deltas?.length) return annotations;
  const merged = annotations.slice();
  for (const { index, ...delta } of deltas) {
    placeAt(merged, index, { ...merged[index], ...delta } as Annotation, EMPTY_ANNOTATION);
  }
  return merged;
}
