import { dropModelCallData } from '../drop-model-call-data.ts';
import type { Scope, StepPrivate } from '../storage.ts';

interface Entry {
  readonly scope: Scope;
  readonly stepPrivate: StepPrivate;
}

/** Engines' private data by step id. */
export class MemoryPrivates {
  readonly #byStep = new Map<string, Entry>();

  find({ owner, threadId, runId }: Scope, stepIds: readonly string[]): StepPrivate[] {
    return stepIds.flatMap((id) => {
      const found = this.#byStep.get(id);
      if (!found || found.scope.owner !== owner) return [];
      const isOutOfScope =
        (threadId !== undefined && found.scope.threadId !== threadId) ||
        (runId !== undefined && found.scope.runId !== runId);
      return isOutOfScope ? [] : [found.stepPrivate];
    });
  }

  put(scope: Scope, stepPrivate: StepPrivate): void {
    this.#byStep.set(stepPrivate.stepId, { scope, stepPrivate });
  }

  endRun(runId: string): void {
    for (const [id, { scope, stepPrivate }] of this.#byStep) {
      if (scope.runId !== runId) continue;
      const left = dropModelCallData(stepPrivate);
      if (left) this.#byStep.set(id, { scope, stepPrivate: left });
      else this.#byStep.delete(id);
    }
  }

  dropThread(threadId: string): void {
    for (const [id, { scope }] of this.#byStep) if (scope.threadId === threadId) this.#byStep.delete(id);
  }
}
