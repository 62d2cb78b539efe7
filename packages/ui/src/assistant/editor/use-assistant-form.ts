'use client';

import type { AssistantObject, CreateAssistantRequest, ThreadkitError } from '@threadkit/core';
import { useCreateAssistant, useModifyAssistant } from '@threadkit/react';
import { useMemo, useState } from 'react';
import type { EditorContextValue } from './editor-context.ts';
import { type AssistantFormValues, type FormValueName, isChanged, toFormValues } from './form-values.ts';
import { pathOfParam } from './path-of-param.ts';
import type { Problem } from './problem.ts';
import { readFormValues } from './read-form-values.ts';

/** A value refused by the backend, at the path that its error named. */
interface Refusal {
  readonly path: string;
  readonly message: string;
}

export interface AssistantForm extends EditorContextValue {
  /** Number of failed submits. Each one moves the focus to the first invalid field. */
  readonly failedSubmits: number;
}

/**
 * State of an editor: edits on top of the stored assistant. Edits are removed only when they are stored or discarded;
 * changes on the server appear in the fields without edits.
 */
export function useAssistantForm(
  stored: AssistantObject | undefined,
  onSaved: ((assistant: AssistantObject) => void) | undefined,
): AssistantForm {
  const [edits, setEdits] = useState<Partial<AssistantFormValues>>({});
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [hasSubmitted, setHasSubmitted] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const [failedSubmits, setFailedSubmits] = useState(0);
  const create = useCreateAssistant();
  const modify = useModifyAssistant();

  const base = useMemo(() => toFormValues(stored), [stored]);
  const values = useMemo(() => ({ ...base, ...edits }), [base, edits]);
  const { body, problems, isDirty } = useMemo(() => readFormValues(values, stored), [values, stored]);
  const isSaving = create.isPending || modify.isPending;
  const failure = create.error ?? modify.error ?? undefined;

  function start(next: Partial<AssistantFormValues>): void {
    setEdits(next);
    setTouched(new Set());
    setHasSubmitted(false);
    setRefusal(undefined);
    create.reset();
    modify.reset();
  }
  function countFailedSubmit(): void {
    setFailedSubmits((count) => count + 1);
  }
  function onResponse(assistant: AssistantObject): void {
    const now = toFormValues(assistant);
    // Keep edits made while the request was in flight.
    setEdits((typed) => onlyChanged(typed, values, stored ? now : values));
    setHasSubmitted(false);
    setSaved(true);
    onSaved?.(assistant);
  }
  function onRefused(error: ThreadkitError): void {
    const path = pathOfParam(error.body?.param ?? '', values);
    if (path === undefined) return;
    setRefusal({ path, message: error.body?.message ?? error.message });
    countFailedSubmit();
  }

  return {
    values,
    failedSubmits,
    isDirty,
    isSaving,
    isNew: stored === undefined,
    isSaved: isSaved && !isDirty,
    error: refusal ? undefined : failure,
    edit(changes) {
      setSaved(false);
      setRefusal(undefined);
      setEdits((before) => ({ ...before, ...changes }));
    },
    problemAt(path): Problem | undefined {
      if (refusal?.path === path) return { kind: 'refused', message: refusal.message };
      return hasSubmitted || touched.has(path) ? problems.get(path) : undefined;
    },
    touch: (path) => setTouched((before) => (before.has(path) ? before : new Set(before).add(path))),
    save() {
      if (isSaving || (!isDirty && stored)) return;
      setHasSubmitted(true);
      setRefusal(undefined);
      create.reset();
      modify.reset();
      if (problems.size > 0) return countFailedSubmit();
      const callbacks = { onSuccess: onResponse, onError: onRefused };
      if (stored) modify.mutate({ assistantId: stored.id, body }, callbacks);
      // `model` is set: a missing model is one of `problems`.
      else create.mutate({ body: body as CreateAssistantRequest }, callbacks);
    },
    discard: () => start({}),
  };
}

/** The edits made since `sent` was sent that also differ from `stored`. */
function onlyChanged(
  typed: Partial<AssistantFormValues>,
  sent: AssistantFormValues,
  stored: AssistantFormValues,
): Partial<AssistantFormValues> {
  const now = { ...sent, ...typed };
  const keys = (Object.keys(typed) as FormValueName[]).filter(
    (key) => isChanged(now, sent, key) && isChanged(now, stored, key),
  );
  return Object.fromEntries(keys.map((key) => [key, typed[key]]));
}
