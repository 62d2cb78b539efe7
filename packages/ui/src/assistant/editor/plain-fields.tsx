'use client';

import type { ReasoningEffort } from '@threadkit/core';
import type { ReactNode } from 'react';
import { useAllStrings } from '../../locales/list-strings.ts';
import { useEditor } from './editor-context.ts';
import { EditorField, type EditorFieldProps } from './editor-field.tsx';
import { EditorSelect } from './editor-select.tsx';
import { LIMITS } from './limits.ts';

/** The assistant's name, at most 256 characters. Renders a `<div>`. */
export function NameField(props: EditorFieldProps): ReactNode {
  const strings = useAllStrings().assistantEditor;
  const { values, edit } = useEditor('AssistantEditor.Name');
  return (
    <EditorField
      {...props}
      path="name"
      label={strings.name}
      used={{ length: values.name.length, max: LIMITS.name }}
    >
      <input
        type="text"
        autoComplete="off"
        value={values.name}
        onChange={(event) => edit({ name: event.target.value })}
      />
    </EditorField>
  );
}

/** The assistant's description, at most 512 characters. Renders a `<div>`. */
export function DescriptionField(props: EditorFieldProps): ReactNode {
  const strings = useAllStrings().assistantEditor;
  const { values, edit } = useEditor('AssistantEditor.Description');
  return (
    <EditorField
      {...props}
      path="description"
      label={strings.description}
      hint={strings.descriptionHint}
      used={{ length: values.description.length, max: LIMITS.description }}
    >
      <textarea
        rows={2}
        value={values.description}
        onChange={(event) => edit({ description: event.target.value })}
      />
    </EditorField>
  );
}

/** The system instructions, at most 256,000 characters. Renders a `<div>`. */
export function InstructionsField(props: EditorFieldProps): ReactNode {
  const strings = useAllStrings().assistantEditor;
  const { values, edit } = useEditor('AssistantEditor.Instructions');
  return (
    <EditorField
      {...props}
      path="instructions"
      label={strings.instructions}
      hint={strings.instructionsHint}
      used={{ length: values.instructions.length, max: LIMITS.instructions }}
    >
      <textarea
        rows={6}
        value={values.instructions}
        onChange={(event) => edit({ instructions: event.target.value })}
      />
    </EditorField>
  );
}

/** The model's id, the only required field. Renders a `<div>`. */
export function ModelField(props: EditorFieldProps): ReactNode {
  const strings = useAllStrings().assistantEditor;
  const { values, edit } = useEditor('AssistantEditor.Model');
  return (
    <EditorField {...props} path="model" label={strings.model}>
      <input
        type="text"
        required
        autoCapitalize="off"
        autoComplete="off"
        spellCheck={false}
        value={values.model}
        onChange={(event) => edit({ model: event.target.value })}
      />
    </EditorField>
  );
}

const EFFORTS: readonly ReasoningEffort[] = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'];

/** The reasoning effort, for reasoning models. Renders a `<div>`. */
export function ReasoningEffortField(props: EditorFieldProps): ReactNode {
  const strings = useAllStrings().assistantEditor;
  const { values, edit } = useEditor('AssistantEditor.ReasoningEffort');
  return (
    <EditorField {...props} path="reasoningEffort" label={strings.reasoningEffort}>
      <EditorSelect
        value={values.reasoningEffort}
        onChange={(event) => edit({ reasoningEffort: event.target.value })}
      >
        <option value="">{strings.modelDefault}</option>
        {EFFORTS.map((effort) => (
          <option key={effort} value={effort}>
            {strings.efforts[effort]}
          </option>
        ))}
      </EditorSelect>
    </EditorField>
  );
}

/** The temperature, 0 to 2; empty for the model's default. Renders a `<div>`. */
export function TemperatureField(props: EditorFieldProps): ReactNode {
  const strings = useAllStrings().assistantEditor;
  return (
    <NumberField {...props} path="temperature" label={strings.temperature} hint={strings.temperatureHint} />
  );
}

/** The value of `top_p`, 0 to 1; empty for the model's default. Renders a `<div>`. */
export function TopPField(props: EditorFieldProps): ReactNode {
  const strings = useAllStrings().assistantEditor;
  return <NumberField {...props} path="topP" label={strings.topP} hint={strings.topPHint} />;
}

interface NumberFieldProps extends EditorFieldProps {
  path: 'temperature' | 'topP' | 'maxResults';
  label: string;
  hint: string;
}

/** A number as a text field: a native number field reports invalid input as empty. */
export function NumberField({ path, ...props }: NumberFieldProps): ReactNode {
  const strings = useAllStrings().assistantEditor;
  const { values, edit } = useEditor('AssistantEditor field');
  return (
    <EditorField {...props} path={path}>
      <input
        type="text"
        data-size="short"
        inputMode="decimal"
        autoComplete="off"
        placeholder={path === 'maxResults' ? undefined : strings.modelDefault}
        value={values[path]}
        onChange={(event) => edit({ [path]: event.target.value })}
      />
    </EditorField>
  );
}
