import type { Scope, StepPrivate } from '../storage.ts';
import { withoutGeneration } from '../without-generation.ts';

interface Kept {
  readonly scope: Scope;
  readonly kept: StepPrivate;
}

/** Engines' private data by step id. */
export class MemoryPrivates {
  readonly #byStep = new Map<string, Kept>();

  find({ owner, threadId, runId }: Scope, stepIds: readonly string[]): StepPrivate[] {
    return stepIds.flatMap((id) => {
      const found = this.#byStep.get(id);
      if (!found || found.scope.owner !== owner) return [];
      const isElsewhere =
        (threadId !== undefined && found.scope.threadId !== threadId) ||
        (runId !== undefined && found.scope.runId !== runId);
      return isElsewhere ? [] : [found.kept];
    });
  }

  put(scope: Scope, kept: StepPrivate): void {
    this.#byStep.set(kept.stepId, { scope, kept });
  }

  endRun(runId: string): void {
    for (const [id, { scope, kept }] of this.#byStep) {
      if (scope.runId !== runId) continue;
      const left = withoutGeneration(kept);
      if (left) this.#byStep.set(id, { scope, kept: left });
      else this.#byStep.delete(id);
    }
  }

  dropThread(threadId: string): void {
    for (const [id, { scope }] of this.#byStep) if (scope.threadId === threadId) this.#byStep.delete(id);
  }
}
