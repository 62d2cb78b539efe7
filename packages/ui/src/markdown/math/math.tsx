'use client';

import type { Token } from 'marked';
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import type { MarkdownExtension } from '../markdown-components.ts';
import { createFormula, type FormulaProps, type Katex } from './formula.tsx';
import { type MathToken, mathLexer } from './math-lexer.ts';

/**
 * Formulas in markdown: `$x$` and `\(x\)` inline, `$$x$$` and `\[x\]` as display formulas. Create it once, outside of
 * components, and pass it to the `extensions` of `MarkdownProvider`.
 *
 * KaTeX renders them as MathML, which needs no stylesheet and no fonts, is accessible to screen readers, and cannot link,
 * load or run anything. Invalid TeX is shown as its source.
 *
 * @param load Called for the first formula: `() => import('katex')`.
 */
export function math(load: () => Promise<{ readonly default: Katex }>): MarkdownExtension {
  const Formula = lazy(
    (): Promise<{ default: ComponentType<FormulaProps> }> =>
      load().then(
        ({ default: katex }) => ({ default: createFormula(katex) }),
        () => ({ default: FormulaSource }),
      ),
  );
  const render = (token: Token): ReactNode => {
    const { tex, raw, isBlock } = token as unknown as MathToken;
    const props = { tex, source: raw.trim(), isBlock };
    return (
      <Suspense fallback={<FormulaSource {...props} />}>
        <Formula {...props} />
      </Suspense>
    );
  };
  return { lexer: mathLexer, tokens: { math: render } };
}

/** The source of a formula that is not rendered, or not yet. */
function FormulaSource({ source }: FormulaProps): ReactNode {
  return <code data-slot="math-source">{source}</code>;
}
