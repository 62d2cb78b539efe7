'use client';

import type { ReactNode } from 'react';
import { Button, type ButtonProps } from '../button.tsx';
import { LineIcon } from '../icons/line-icon.tsx';
import type { IconName } from '../icons/named-icon.tsx';
import { type PrimitiveProps, renderPart } from '../render-part.tsx';
import { wrapChildren } from '../wrap-children.tsx';

/** Props of `Notice.Root`. */
export interface NoticeRootProps extends PrimitiveProps<'div'> {
  /** The icon on the thread line. */
  icon: IconName;
  /** `failed` is red. @defaultValue 'plain' */
  tone?: 'plain' | 'failed' | undefined;
}

/** A notice on the thread line: an icon, a text, and at most one action. Renders a `<div>`. */
export function NoticeRoot({ icon, tone = 'plain', children, ...props }: NoticeRootProps): ReactNode {
  return renderPart(
    'div',
    'notice',
    {
      ...props,
      children: wrapChildren(props.asChild, children, (inside) => (
        <>
          <LineIcon name={icon} />
          {inside}
        </>
      )),
    },
    { tone, icon },
  );
}

/** Props of `Notice.Text`. */
export interface NoticeTextProps extends PrimitiveProps<'p'> {
  /** Rendered in bold before the children. */
  title: string;
}

/** The text: a short title, then a sentence. Renders a `<p>`. */
export function NoticeText({ title, children, ...props }: NoticeTextProps): ReactNode {
  return renderPart('p', 'notice-text', {
    ...props,
    children: wrapChildren(props.asChild, children, (inside) => (
      <>
        <strong>{title}</strong> {inside}
      </>
    )),
  });
}

/** The action. Renders a `<button>`. */
export function NoticeAction(props: ButtonProps): ReactNode {
  return <Button data-slot="notice-action" {...props} />;
}
