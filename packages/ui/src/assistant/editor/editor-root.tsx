'use client';

import type { AssistantObject } from '@threadkit/core';
import { useAssistant } from '@threadkit/react';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useMergedRefs } from '../../internals/merge-refs.ts';
import { ErrorNotice } from '../../internals/notice/error-notice.tsx';
import { type PrimitiveProps, renderPart } from '../../internals/render-part.tsx';
import { useAllStrings } from '../../locales/list-strings.ts';
import { useLanguageTag } from '../../locales/locale-provider.tsx';
import { EditorActions } from './editor-actions.tsx';
import { EditorProvider } from './editor-context.ts';
import { MetadataField } from './metadata-field.tsx';
import {
  DescriptionField,
  InstructionsField,
  ModelField,
  NameField,
  ReasoningEffortField,
  TemperatureField,
  TopPField,
} from './plain-fields.tsx';
import { ResponseFormatField } from './response-format-field.tsx';
import { ToolResourcesField } from './tool-resources-field.tsx';
import { ToolsField } from './tools-field.tsx';
import { useAssistantForm } from './use-assistant-form.ts';

/** Props of `AssistantEditor.Root`. */
export interface EditorRootProps extends Omit<PrimitiveProps<'form'>, 'onSubmit' | 'asChild'> {
  /** The assistant to edit. Omit to create one. */
  assistantId?: string | undefined;
  /** Called with the stored assistant, which has an id if it is new. */
  onSaved?: ((assistant: AssistantObject) => void) | undefined;
}

/**
 * A form that creates or edits an assistant. Renders every field, or its children. Only changed fields are sent, so the
 * value of an omitted field is kept. Renders a `<form>`; requires a `<ThreadkitProvider>`.
 */
export function EditorRoot({ assistantId, ...props }: EditorRootProps): ReactNode {
  const strings = useAllStrings();
  const { data, error, refetch } = useAssistant({ assistantId });
  if (assistantId === undefined || data) return <Form key={assistantId} stored={data} {...props} />;
  if (error) {
    return (
      <div data-slot="assistant-editor" data-state="failed">
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  return (
    <div
      data-slot="assistant-editor"
      data-state="loading"
      role="status"
      aria-label={strings.assistantEditor.loading}
    >
      <span />
      <span />
      <span />
    </div>
  );
}

interface FormProps extends Omit<EditorRootProps, 'assistantId'> {
  stored: AssistantObject | undefined;
}

function Form({ stored, onSaved, children, ref, ...props }: FormProps): ReactNode {
  const strings = useAllStrings();
  const lang = useLanguageTag();
  const { failedSubmits, ...contextValue } = useAssistantForm(stored, onSaved);
  const own = useRef<HTMLFormElement>(null);
  const merged = useMergedRefs<HTMLFormElement>(own, ref);
  // After a failed submit, focus the first invalid field.
  useEffect(() => {
    if (failedSubmits > 0) own.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [failedSubmits]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    contextValue.save();
  };
  return (
    <EditorProvider value={contextValue}>
      {renderPart(
        'form',
        'assistant-editor',
        {
          lang,
          'aria-label': strings.assistantEditor.label,
          noValidate: true,
          ...props,
          ref: merged,
          onSubmit: submit,
          children: children ?? <AllFields />,
        },
        { dirty: contextValue.isDirty, saving: contextValue.isSaving },
      )}
    </EditorProvider>
  );
}

function AllFields(): ReactNode {
  return (
    <>
      <NameField />
      <DescriptionField />
      <InstructionsField />
      <ModelField />
      <ReasoningEffortField />
      <TemperatureField />
      <TopPField />
      <ResponseFormatField />
      <ToolsField />
      <ToolResourcesField />
      <MetadataField />
      <EditorActions />
    </>
  );
}
