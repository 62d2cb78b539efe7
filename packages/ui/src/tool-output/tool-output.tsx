'use client';

import { Fragment, type ReactNode, useId, useState } from 'react';
import { CodeText } from '../code-block/code-text.tsx';
import { fillPart } from '../internals/fill-part.tsx';
import { formatCount } from '../internals/format.ts';
import { type PartProps, renderPart } from '../internals/render-part.tsx';
import { Unbroken } from '../internals/unbroken.tsx';
import { useOverflow } from '../internals/use-overflow.ts';
import { withoutLast } from '../internals/without-last.ts';
import { useWords } from '../words/words-provider.tsx';
import type { Fact } from './facts.ts';

/** A value this short stays on one line with the arrow before it. */
const SHORT_CHARS = 28;

/** Lines of a text that are shown before it asks to be opened. */
const FOLDED_LINES = 12;

/** The sunken block of an opened step. Renders a `<div>`. */
export function ToolOutputRoot(props: PartProps<'div'>): ReactNode {
  return renderPart('div', 'tool-output', props);
}

export interface ToolOutputSectionProps extends PartProps<'div'> {
  /** Stands in the label column. */
  label: string;
  tone?: 'failed' | undefined;
}

/** One labelled stretch of the block: arguments, output, logs. Renders a `<div>`. */
export function ToolOutputSection({ label, tone, children, ...props }: ToolOutputSectionProps): ReactNode {
  const id = useId();
  return renderPart(
    'div',
    'tool-output-section',
    {
      role: 'group',
      'aria-labelledby': id,
      ...props,
      children: fillPart(props.asChild, children, (inside) => (
        <>
          <span id={id} data-slot="tool-output-label">
            {label}
          </span>
          <div data-slot="tool-output-body">{inside}</div>
        </>
      )),
    },
    { tone },
  );
}

export interface FactsProps extends Omit<PartProps<'dl'>, 'children' | 'asChild'> {
  facts: readonly Fact[];
}

/** Keys and values. What changes is struck through and replaced. Renders a `<dl>`. */
export function Facts({ facts, ...props }: FactsProps): ReactNode {
  return renderPart('dl', 'facts', {
    ...props,
    children: facts.map(({ label, value, was }) => (
      <Fragment key={label}>
        <dt>{label}</dt>
        <dd>
          {was === undefined ? (
            <span>
              <Unbroken text={value} />
            </span>
          ) : (
            <>
              <s>
                <Unbroken text={was} />
              </s>{' '}
              <span data-slot="facts-new" data-short={value.length <= SHORT_CHARS ? '' : undefined}>
                <span data-slot="facts-arrow" aria-hidden="true">
                  →
                </span>
                <bdi>
                  <Unbroken text={value} />
                </bdi>
              </span>
            </>
          )}
        </dd>
      </Fragment>
    )),
  });
}

export interface ToolOutputTextProps {
  /** Gives code its inks. @defaultValue none */
  language?: string | undefined;
  children: string;
}

/** Text as it came: logs, code, an output that is not an object. Longer than twelve lines, it folds. */
export function ToolOutputText({ language = '', children }: ToolOutputTextProps): ReactNode {
  const words = useWords();
  const { ref, overflows } = useOverflow();
  const [open, setOpen] = useState(false);
  const id = useId();
  const lines = withoutLast(children, '\n').split('\n');
  const folds = lines.length > FOLDED_LINES;
  const text = folds && !open ? lines.slice(0, FOLDED_LINES).join('\n') : lines.join('\n');
  return (
    <>
      <pre
        ref={ref}
        id={id}
        data-slot="tool-output-text"
        data-folded={folds && !open ? '' : undefined}
        {...(overflows ? { tabIndex: 0, role: 'region', 'aria-label': words.tool.output } : {})}
      >
        <CodeText code={text} language={language} />
      </pre>
      {folds && (
        <button
          type="button"
          data-slot="tool-output-more"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {open ? words.markdown.showLess : words.markdown.showAll(formatCount(lines.length, words.locale))}
        </button>
      )}
    </>
  );
}
