/** What a text is embedded for. Some models want it said in the text. */
export type EmbeddingPurpose = 'passage' | 'query';

/**
 * Turns texts into vectors, so that files are also found by meaning: `openaiEmbeddings(…)`, or your own, such as one that
 * runs a model in this process. All servers on one storage need the same.
 */
export interface Embeddings {
  /**
   * Name of the model, which is stored with the vectors. When it changes, files are found by keywords until they are embedded
   * again, which the server does by itself.
   */
  readonly model: string;
  /**
   * Returns one vector for each text, in order, all of the same dimensions. Their lengths do not matter. An `EngineError` with
   * `retry` is repeated, and its `forOperator` is logged.
   */
  embed(
    texts: readonly string[],
    signal: AbortSignal,
    purpose: EmbeddingPurpose,
  ): Promise<readonly (readonly number[] | Float32Array)[]>;
  /** Texts of one call, 1 to 2048. @defaultValue 64 */
  readonly batchSize?: number | undefined;
  /** Numbers of each vector, 1 to 8192. Others are refused, and a change is one of the model. @defaultValue those of the first vector */
  readonly dimensions?: number | undefined;
}

export const DEFAULT_BATCH_SIZE = 64;
export const BATCH_SIZE_RANGE = { min: 1, max: 2048 };
/** The limit keeps the comparison of one vector short. */
export const DIMENSIONS_RANGE = { min: 1, max: 8192 };
