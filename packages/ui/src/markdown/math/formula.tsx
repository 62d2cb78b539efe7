'use client';

import { type ComponentType, type ReactNode, useCallback, useState } from 'react';
import { useMergedRefs } from '../../internals/merge-refs.ts';
import { useOverflow } from '../../internals/use-overflow.ts';
import { useStrings } from '../../locales/locale-provider.tsx';

/** The part of KaTeX that is used; version 0.13 or later. */
export interface Katex {
  /** Renders `tex` into `element`. @throws On invalid TeX. */
  render(tex: string, element: HTMLElement, options: Readonly<Record<string, unknown>>): void;
}

export interface FormulaProps {
  tex: string;
  /** The source with its delimiters. */
  source: string;
  isBlock: boolean;
}

/** A component that renders formulas with `katex`. */
export function createFormula(katex: Katex): ComponentType<FormulaProps> {
  return function Formula({ tex, source, isBlock }: FormulaProps): ReactNode {
    const strings = useStrings();
    const [invalidTex, setInvalidTex] = useState<string>();
    const { ref: overflowRef, overflows } = useOverflow();
    // KaTeX creates the elements itself.
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
            // Limits against TeX that blocks the page or covers it.
            maxExpand: 1000,
            maxSize: 20,
          });
        } catch {
          setInvalidTex(tex);
        }
      },
      [tex, isBlock],
    );
    const ref = useMergedRefs<HTMLElement>(set, isBlock ? overflowRef : undefined);
    if (invalidTex === tex) return <code data-slot="math-source">{source}</code>;
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
