'use client';

import { type ComponentType, type ReactNode, useCallback, useState } from 'react';
import { useMergedRefs } from '../../internals/merge-refs.ts';
import { useOverflow } from '../../internals/use-overflow.ts';
import { useStrings } from '../../locales/locale-provider.tsx';

/** As much of KaTeX as is needed; any version since 0.13. */
export interface Katex {
  /** Sets `tex` into `element`. @throws On TeX that it cannot read. */
  render(tex: string, element: HTMLElement, options: Readonly<Record<string, unknown>>): void;
}

export interface FormulaProps {
  tex: string;
  /** With its marks, as it was written. */
  source: string;
  isBlock: boolean;
}

/** A formula set by `katex`. */
export function createFormula(katex: Katex): ComponentType<FormulaProps> {
  return function Formula({ tex, source, isBlock }: FormulaProps): ReactNode {
    const strings = useStrings();
    const [unread, setUnread] = useState<string>();
    const { ref: overflowRef, overflows } = useOverflow();
    // Joins KaTeX, which makes elements itself.
    const set = useCallback(
      (element: HTMLElement | null) => {
        if (!element) return;
        try {
          katex.render(tex, element, {
            displayMode: isBlock,
            output: 'mathml',
            trust: false,
            strict: 'ignore',
            throwOnError: true,
            // What is written to keep a reader's page busy, or to cover it.
            maxExpand: 1000,
            maxSize: 20,
          });
        } catch {
          setUnread(tex);
        }
      },
      [tex, isBlock],
    );
    const ref = useMergedRefs<HTMLElement>(set, isBlock ? overflowRef : undefined);
    if (unread === tex) return <code data-slot="math-source">{source}</code>;
    if (!isBlock) return <span ref={ref} data-slot="math" />;
    return (
      <span
        ref={ref}
        data-slot="math-block"
        {...(overflows ? { tabIndex: 0, role: 'region', 'aria-label': strings.markdown.formula } : {})}
      />
    );
  };
}
