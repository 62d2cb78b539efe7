'use client';

import type { ReactNode } from 'react';
import { Button, type ButtonProps } from '../button.tsx';
import { fillPart } from '../fill-part.tsx';
import { Glyph, type GlyphName } from '../icons/glyphs.tsx';
import { type PartProps, renderPart } from '../render-part.tsx';

export interface NoticeRootProps extends PartProps<'div'> {
  /** The mark on the thread line. */
  glyph: GlyphName;
  /** Red only for a failure. @defaultValue 'plain' */
  tone?: 'plain' | 'failed' | undefined;
}

/** One line on the thread line: a mark, what happened, and at most one way on. Renders a `<div>`. */
export function NoticeRoot({ glyph, tone = 'plain', children, ...props }: NoticeRootProps): ReactNode {
  return renderPart(
    'div',
    'notice',
    {
      ...props,
      children: fillPart(props.asChild, children, (inside) => (
        <>
          <span data-slot="line-glyph" data-glyph={glyph}>
            <Glyph name={glyph} />
          </span>
          {inside}
        </>
      )),
    },
    { tone, glyph },
  );
}

/** What happened: the reason in two words, then a sentence. Renders a `<p>`. */
export function NoticeText({ title, children, ...props }: PartProps<'p'> & { title: string }): ReactNode {
  return renderPart('p', 'notice-text', {
    ...props,
    children: fillPart(props.asChild, children, (inside) => (
      <>
        <strong>{title}</strong> {inside}
      </>
    )),
  });
}

/** The one way on. Renders a `<button>`. */
export function NoticeAction(props: ButtonProps): ReactNode {
  return <Button data-slot="notice-action" {...props} />;
}
