'use client';

import { type ReactNode, useId, useState } from 'react';
import { useStrings } from '../locales/locale-provider.tsx';
import { formatCount } from './format.ts';
import { type PartProps, renderPart } from './render-part.tsx';
import { useOverflow } from './use-overflow.ts';
import { withoutLast } from './without-last.ts';
import { wrapChildren } from './wrap-children.tsx';

/** Lines of a text that are shown before a button opens the rest. */
const FOLDED_LINES = 12;

/** The sunken block of an opened step. Renders a `<div>`. */
export function OutputRoot(props: PartProps<'div'>): ReactNode {
  return renderPart('div', 'tool-output', props);
}

export interface OutputSectionProps extends PartProps<'div'> {
  /** Stands in the label column. */
  label: string;
  tone?: 'failed' | undefined;
}

/** One labelled section of the block: arguments, output, logs. Renders a `<div>`. */
export function OutputSection({ label, tone, children, ...props }: OutputSectionProps): ReactNode {
  const id = useId();
  return renderPart(
    'div',
    'tool-output-section',
    {
      role: 'group',
      'aria-labelledby': id,
      ...props,
      children: wrapChildren(props.asChild, children, (inside) => (
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

interface OutputTextProps {
  children: string;
  /** Renders the lines that are shown. @defaultValue as they are */
  render?: ((text: string) => ReactNode) | undefined;
}

/** Preformatted text. Longer than twelve lines, it folds. Renders a `<pre>`. */
export function OutputText({ children, render = (text) => text }: OutputTextProps): ReactNode {
  const strings = useStrings();
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
        {...(overflows ? { tabIndex: 0, role: 'region', 'aria-label': strings.tool.output } : {})}
      >
        {render(text)}
      </pre>
      {folds && (
        <button
          type="button"
          data-slot="tool-output-more"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {open
            ? strings.markdown.showLess
            : strings.markdown.showAll(formatCount(lines.length, strings.locale))}
        </button>
      )}
    </>
  );
}
