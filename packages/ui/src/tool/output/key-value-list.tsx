'use client';

import { Fragment, type ReactNode } from 'react';
import type { KeyValue } from '../../internals/key-value.ts';
import { NoWrap } from '../../internals/no-wrap.tsx';
import { type PrimitiveProps, renderPart } from '../../internals/render-part.tsx';

/** Values up to this length stay on one line with the arrow before them. */
const SHORT_CHARS = 28;

/** Props of `KeyValueList`. */
export interface KeyValueListProps extends Omit<PrimitiveProps<'dl'>, 'children' | 'asChild'> {
  /** The pairs in the order in which they are shown. */
  items: readonly KeyValue[];
}

/** Key-value list. A replaced value is struck through before the new one. Renders a `<dl>`. */
export function KeyValueList({ items, ...props }: KeyValueListProps): ReactNode {
  return renderPart('dl', 'key-value-list', {
    ...props,
    children: items.map(({ label, value, previousValue }) => (
      <Fragment key={label}>
        <dt>{label}</dt>
        <dd>
          {previousValue === undefined ? (
            <span>
              <NoWrap text={value} />
            </span>
          ) : (
            <>
              <s>
                <NoWrap text={previousValue} />
              </s>{' '}
              <span data-slot="key-value-new" data-short={value.length <= SHORT_CHARS ? '' : undefined}>
                <span data-slot="key-value-arrow" aria-hidden="true">
                  →
                </span>
                <bdi>
                  <NoWrap text={value} />
                </bdi>
              </span>
            </>
          )}
        </dd>
      </Fragment>
    )),
  });
}
