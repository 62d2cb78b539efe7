'use client';

import type { Tokens } from 'marked';
import type { ReactNode } from 'react';
import { useOverflow } from '../../internals/use-overflow.ts';
import { isNumeric } from './is-numeric.ts';
import { type RenderOptions, renderInline } from './render-inline.tsx';

/** A table with its own horizontal scrolling. Numeric columns are right-aligned unless the markdown sets an alignment. */
export function Table({ token, options }: { token: Tokens.Table; options: RenderOptions }): ReactNode {
  const { ref, overflows } = useOverflow();
  const { table: Whole = 'table' } = options.components;
  // Only the first row decides, so that a column does not change its alignment while rows arrive.
  const aligns = token.align.map(
    (align, column) => align ?? (isNumeric(token.rows[0]?.[column]?.text ?? '') ? 'right' : undefined),
  );
  const cell = (Cell: 'th' | 'td', content: Tokens.TableCell, column: number): ReactNode => (
    <Cell key={column} data-align={aligns[column]} {...(Cell === 'th' ? { scope: 'col' } : {})}>
      {renderInline(content.tokens, options)}
    </Cell>
  );
  return (
    <div
      ref={ref}
      data-slot="markdown-table"
      {...(overflows ? { tabIndex: 0, role: 'region', 'aria-label': options.strings.markdown.table } : {})}
    >
      <Whole>
        <thead>
          <tr>{token.header.map((content, column) => cell('th', content, column))}</tr>
        </thead>
        <tbody>
          {token.rows.map((row, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows of a growing table keep their positions
            <tr key={index}>{row.map((content, column) => cell('td', content, column))}</tr>
          ))}
        </tbody>
      </Whole>
    </div>
  );
}
