'use client';

import type { AssistantObject, CreateAssistantRequest, ThreadkitError } from '@threadkit/core';
import { useCreateAssistant, useModifyAssistant } from '@threadkit/react';
import { useMemo, useState } from 'react';
import { type AssistantDraft, type DraftKey, isChanged, toDraft } from './assistant-draft.ts';
import type { EditorContextValue } from './editor-context.ts';
import { placeOfParam } from './place-of-param.ts';
import type { Problem } from './problem.ts';
import { readDraft } from './read-draft.ts';

/** A value refused by the backend, at the place that its error named. */
interface Refusal {
  readonly place: string;
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
  const [edits, setEdits] = useState<Partial<AssistantDraft>>({});
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [hasSubmitted, setHasSubmitted] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const [failedSubmits, setFailedSubmits] = useState(0);
  const create = useCreateAssistant();
  const modify = useModifyAssistant();

  const base = useMemo(() => toDraft(stored), [stored]);
  const draft = useMemo(() => ({ ...base, ...edits }), [base, edits]);
  const { body, problems, isDirty } = useMemo(() => readDraft(draft, stored), [draft, stored]);
  const isSaving = create.isPending || modify.isPending;
  const failure = create.error ?? modify.error ?? undefined;

  function start(next: Partial<AssistantDraft>): void {
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
    const now = toDraft(assistant);
    // Keep edits made while the request was in flight.
    setEdits((typed) => onlyChanged(typed, draft, stored ? now : draft));
    setHasSubmitted(false);
    setSaved(true);
    onSaved?.(assistant);
  }
  function onRefused(error: ThreadkitError): void {
    const place = placeOfParam(error.body?.param ?? '', draft);
    if (place === undefined) return;
    setRefusal({ place, message: error.body?.message ?? error.message });
    countFailedSubmit();
  }

  return {
    draft,
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
    problemAt(place): Problem | undefined {
      if (refusal?.place === place) return { kind: 'refused', message: refusal.message };
      return hasSubmitted || touched.has(place) ? problems.get(place) : undefined;
    },
    touch: (place) => setTouched((before) => (before.has(place) ? before : new Set(before).add(place))),
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
  typed: Partial<AssistantDraft>,
  sent: AssistantDraft,
  stored: AssistantDraft,
): Partial<AssistantDraft> {
  const now = { ...sent, ...typed };
  const keys = (Object.keys(typed) as DraftKey[]).filter(
    (key) => isChanged(now, sent, key) && isChanged(now, stored, key),
  );
  return Object.fromEntries(keys.map((key) => [key, typed[key]]));
}
