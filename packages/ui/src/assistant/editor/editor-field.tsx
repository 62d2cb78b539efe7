'use client';

import { Slot } from 'radix-ui/slot';
import { type ReactNode, useId } from 'react';
import { type PrimitiveProps, renderPart } from '../../internals/render-part.tsx';
import { useAllStrings } from '../../locales/list-strings.ts';
import { useEditor } from './editor-context.ts';
import { isNearLimit, LimitCounter, type Used } from './limit-counter.tsx';
import { describeProblem } from './problem.ts';

/** The props of a field: those of its `<div>`. */
export type EditorFieldProps = Omit<PrimitiveProps<'div'>, 'children' | 'asChild'>;

/** Props that connect a control to its label, hint and problem. */
export interface ControlProps {
  id: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
  onBlur: () => void;
}

interface FieldProps extends EditorFieldProps {
  /** Path in the form: see `Report`. */
  path: string;
  label: string;
  hint?: string | undefined;
  /** Used part of the limit; shown when close to it. */
  used?: Used | undefined;
  /** The control, which receives `ControlProps`. */
  children: ReactNode;
}

/** A label and a control with its problem and hint below. Renders a `<div>`. */
export function EditorField({ path, label, hint, used, children, ...props }: FieldProps): ReactNode {
  const controlProps = useControl(path, hint !== undefined);
  return renderPart(
    'div',
    'editor-field',
    {
      ...props,
      children: (
        <>
          <label htmlFor={controlProps.id}>{label}</label>
          <div data-slot="editor-control">
            <Slot {...controlProps}>{children}</Slot>
            <FieldNotes id={controlProps.id} path={path} hint={hint} used={used} />
          </div>
        </>
      ),
    },
    { field: path },
  );
}

interface GroupProps extends EditorFieldProps {
  /** Selector of the group: `[data-field]`. */
  field: string;
  /** Path in the form whose problem is shown below the controls: see `Report`. */
  path: string;
  legend: string;
  hint?: string | undefined;
  children: ReactNode;
}

/** A group of controls that share a label, with its problem and hint below. Renders a `<div>`. */
export function EditorGroup({ field, path, legend, hint, children, ...props }: GroupProps): ReactNode {
  const id = useId();
  return renderPart(
    'div',
    'editor-field',
    {
      role: 'group',
      'aria-labelledby': id,
      ...props,
      children: (
        <>
          <span id={id} data-slot="editor-legend">
            {legend}
          </span>
          <div data-slot="editor-control">
            {children}
            <FieldNotes id={id} path={path} hint={hint} />
          </div>
        </>
      ),
    },
    { field },
  );
}

/** Returns the props of the control at a path in the form. */
export function useControl(path: string, hasHint: boolean): ControlProps {
  const id = useId();
  const { problemAt, touch } = useEditor('AssistantEditor field');
  const problem = problemAt(path);
  const notes = [hasHint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return {
    id,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': notes || undefined,
    onBlur: () => touch(path),
  };
}

interface FieldNotesProps {
  id: string;
  path: string;
  hint?: string | undefined;
  used?: Used | undefined;
}

/** Problem, hint and counter below a control. */
export function FieldNotes({ id, path, hint, used }: FieldNotesProps): ReactNode {
  const strings = useAllStrings();
  const problem = useEditor('AssistantEditor field').problemAt(path);
  const isNear = used !== undefined && isNearLimit(used);
  return (
    <>
      {problem && (
        <p id={`${id}-problem`} data-slot="editor-problem">
          {describeProblem(problem, strings)}
        </p>
      )}
      {(hint !== undefined || isNear) && (
        <p data-slot="editor-hint">
          <span id={`${id}-hint`}>{hint}</span>
          {used && isNear && <LimitCounter {...used} />}
        </p>
      )}
    </>
  );
}
