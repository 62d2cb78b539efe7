/** JSON of an engine, which nothing but that engine understands. */
export type PrivateJson = Readonly<Record<string, unknown>>;

/**
 * What the provider behind an engine wants to see again with the calls of a step, such as its reasoning and the
 * signatures of its calls. It is kept beside the step and is no part of it: no route, event or log shows it.
 */
export interface StepPrivate {
  readonly stepId: string;
  /** The engine and the model of the run that it belongs to. */
  readonly engine: string;
  readonly model: string;
  /** Of the turn as a whole: kept until the run ends. */
  readonly turn?: PrivateJson | undefined;
  /** By the id of a call: kept as long as the step. */
  readonly calls?: Readonly<Record<string, PrivateJson>> | undefined;
}

/** What is left of it when the run has ended. */
export function withoutTurn({ turn: _turn, ...kept }: StepPrivate): StepPrivate | undefined {
  return kept.calls === undefined ? undefined : kept;
}
