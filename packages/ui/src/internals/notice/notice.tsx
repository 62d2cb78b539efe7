'use client';

import type { ReactNode } from 'react';
import { Button, type ButtonProps } from '../button.tsx';
import { Icon, type IconName } from '../icons/named-icon.tsx';
import { type PartProps, renderPart } from '../render-part.tsx';
import { wrapChildren } from '../wrap-children.tsx';

export interface NoticeRootProps extends PartProps<'div'> {
  /** The mark on the thread line. */
  icon: IconName;
  /** Red only for a failure. @defaultValue 'plain' */
  tone?: 'plain' | 'failed' | undefined;
}

/** One line on the thread line: a mark, what happened, and at most one way on. Renders a `<div>`. */
export function NoticeRoot({ icon, tone = 'plain', children, ...props }: NoticeRootProps): ReactNode {
  return renderPart(
    'div',
    'notice',
    {
      ...props,
      children: wrapChildren(props.asChild, children, (inside) => (
        <>
          <span data-slot="line-icon" data-icon={icon}>
            <Icon name={icon} />
          </span>
          {inside}
        </>
      )),
    },
    { tone, icon },
  );
}

/** What happened: the reason in two words, then a sentence. Renders a `<p>`. */
export function NoticeText({ title, children, ...props }: PartProps<'p'> & { title: string }): ReactNode {
  return renderPart('p', 'notice-text', {
    ...props,
    children: wrapChildren(props.asChild, children, (inside) => (
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
