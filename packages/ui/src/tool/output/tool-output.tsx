'use client';

import { Fragment, type ReactNode } from 'react';
import type { Fact } from '../../internals/fact.ts';
import { OutputText } from '../../internals/output-block.tsx';
import { type PartProps, renderPart } from '../../internals/render-part.tsx';
import { Unbroken } from '../../internals/unbroken.tsx';
import { CodeText } from '../../markdown/code-block/code-text.tsx';

/** A value this short stays on one line with the arrow before it. */
const SHORT_CHARS = 28;

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
  return <OutputText render={(text) => <CodeText code={text} language={language} />}>{children}</OutputText>;
}
