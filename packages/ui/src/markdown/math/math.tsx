'use client';

import type { Token } from 'marked';
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import type { MarkdownExtension } from '../markdown-components.ts';
import { createFormula, type FormulaProps, type Katex } from './formula.tsx';
import { type MathToken, mathLexer } from './math-lexer.ts';

/**
 * Formulas in markdown: `$x$` and `\(x\)` in a line, `$$x$$` and `\[x\]` as blocks. Give what it returns to
 * `MarkdownProvider`, made once, outside of components.
 *
 * They are set by KaTeX as MathML, which needs no stylesheet and no fonts, is read out by screen readers, and cannot
 * link, load or run anything. What KaTeX cannot read stays as it was written.
 *
 * @param load Called with the first formula: `() => import('katex')`.
 */
export function math(load: () => Promise<{ readonly default: Katex }>): MarkdownExtension {
  const Formula = lazy(
    (): Promise<{ default: ComponentType<FormulaProps> }> =>
      load().then(
        ({ default: katex }) => ({ default: createFormula(katex) }),
        () => ({ default: Unset }),
      ),
  );
  const render = (token: Token): ReactNode => {
    const { tex, raw, isBlock } = token as unknown as MathToken;
    const props = { tex, source: raw.trim(), isBlock };
    return (
      <Suspense fallback={<Unset {...props} />}>
        <Formula {...props} />
      </Suspense>
    );
  };
  return { lexer: mathLexer, tokens: { math: render } };
}

/** A formula that is not set, or not yet. */
function Unset({ source }: FormulaProps): ReactNode {
  return <code data-slot="math-source">{source}</code>;
}
