'use client';

import { type ReactNode, useId } from 'react';
import { useStrings } from '../locales/locale-provider.tsx';
import { formatCount } from './format.ts';
import { type PrimitiveProps, renderPart } from './render-part.tsx';
import { trimTrailing } from './trim-trailing.ts';
import { useOverflow } from './use-overflow.ts';
import { useShowMore } from './use-show-more.tsx';
import { wrapChildren } from './wrap-children.tsx';

/** The block with the details of an expanded step. Renders a `<div>`. */
export function OutputRoot(props: PrimitiveProps<'div'>): ReactNode {
  return renderPart('div', 'tool-output', props);
}

/** Props of `ToolOutput.Section`. */
export interface OutputSectionProps extends PrimitiveProps<'div'> {
  /** Content of the label column. */
  label: string;
  /** `'failed'` marks the section of an error; rendered as `data-tone`. @defaultValue none */
  tone?: 'failed' | undefined;
}

/** One labeled section of the block: arguments, output, logs. Renders a `<div>`. */
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
  /** Renders the visible lines. @defaultValue as text */
  render?: ((text: string) => ReactNode) | undefined;
}

/** Preformatted text. Collapsed if it has more than twelve lines. Renders a `<pre>`. */
export function OutputText({ children, render = (text) => text }: OutputTextProps): ReactNode {
  const strings = useStrings();
  const { ref, overflows } = useOverflow();
  const lines = trimTrailing(children, '\n').split('\n');
  const all = strings.markdown.showAllLines(formatCount(lines.length, strings.languageTag));
  const list = useShowMore(lines, all);
  return (
    <>
      <pre
        ref={ref}
        id={list.id}
        data-slot="tool-output-text"
        data-collapsed={list.isCollapsed ? '' : undefined}
        {...(overflows ? { tabIndex: 0, role: 'region', 'aria-label': strings.tool.output } : {})}
      >
        {render(list.shown.join('\n'))}
      </pre>
      {list.toggle}
    </>
  );
}
