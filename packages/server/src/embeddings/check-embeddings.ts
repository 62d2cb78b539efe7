import { isRecord } from '../shared/is-record.ts';
import { checkNames, readNumber, wrongOption } from '../shared/option-values.ts';
import { BATCH_SIZE_RANGE, DEFAULT_BATCH_SIZE, DIMENSIONS_RANGE, type Embeddings } from './embeddings.ts';

const MEMBERS = Object.keys({
  model: true,
  embed: true,
  batchSize: true,
  dimensions: true,
} satisfies Record<keyof Embeddings, true>);

/** Of a name that is stored with each file. */
const MAX_MODEL_CHARS = 200;

/** @throws `RangeError` or `TypeError` that name the member of `embeddings`, its value and what to do. */
export function checkEmbeddings(embeddings: unknown): void {
  if (embeddings === undefined) return;
  if (!isRecord(embeddings)) {
    throw wrongOption(
      'embeddings of createServer',
      embeddings,
      'Pass openaiEmbeddings({ … }), or an object with model and embed.',
    );
  }
  checkNames(embeddings, MEMBERS, 'embeddings of createServer', 'member');
  checkModel(embeddings['model'], 'model of embeddings');
  if (typeof embeddings['embed'] !== 'function') {
    throw wrongOption(
      'embed of embeddings',
      embeddings['embed'],
      'Pass a function that returns a vector for each text.',
    );
  }
  checkVectorSettings(embeddings, 'embeddings');
}

export function checkModel(model: unknown, name: string): void {
  if (typeof model === 'string' && model !== '' && model.length <= MAX_MODEL_CHARS) return;
  throw wrongOption(
    name,
    model,
    `Set it to the name of the model, of at most ${MAX_MODEL_CHARS} characters.`,
  );
}

export function checkVectorSettings(settings: Readonly<Record<string, unknown>>, of: string): void {
  const { batchSize, dimensions } = settings;
  readNumber(`batchSize of ${of}`, batchSize, { ...BATCH_SIZE_RANGE, default: DEFAULT_BATCH_SIZE });
  readNumber(`dimensions of ${of}`, dimensions, {
    ...DIMENSIONS_RANGE,
    default: 'those of the first vector',
  });
}
