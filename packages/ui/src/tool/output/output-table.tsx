'use client';

import type { ReactNode } from 'react';
import { formatCount } from '../../internals/format.ts';
import { useOverflow } from '../../internals/use-overflow.ts';
import { useShowMore } from '../../internals/use-show-more.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';
import { useToolDetailStrings } from '../../locales/tool-detail-strings.ts';
import { isNumeric } from '../../markdown/render/is-numeric.ts';
import type { TableRow } from './detect-output-kind.ts';

/** Values up to this length do not wrap. */
const SHORT_CHARS = 28;

/** Props of `OutputTable`. */
export interface OutputTableProps {
  /** The column headings. */
  columns: readonly string[];
  /** The values of each row by column index. A missing value is an empty cell. */
  rows: readonly TableRow[];
}

/**
 * A table with its own horizontal scrolling and right-aligned numbers. Renders a `<div>` around a `<table>`, and a button
 * that shows all rows if there are more than twelve.
 */
export function OutputTable({ columns, rows }: OutputTableProps): ReactNode {
  const strings = useStrings();
  const detailStrings = useToolDetailStrings();
  const { ref, overflows } = useOverflow();
  const all = detailStrings.showAllRows(formatCount(rows.length, strings.languageTag));
  const list = useShowMore(rows, all);
  const aligns = columns.map((_column, index) =>
    rows.every((row) => row[index] === undefined || isNumeric(row[index] ?? '')) ? 'right' : undefined,
  );
  return (
    <>
      <div
        ref={ref}
        id={list.id}
        data-slot="output-table"
        {...(overflows ? { tabIndex: 0, role: 'region', 'aria-label': strings.markdown.table } : {})}
      >
        <table>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th key={column} scope="col" data-align={aligns[index]}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.shown.map((row, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- rows of an output keep their positions
              <tr key={index}>
                {columns.map((column, at) => (
                  <td
                    key={column}
                    data-align={aligns[at]}
                    data-short={(row[at]?.length ?? 0) <= SHORT_CHARS ? '' : undefined}
                  >
                    {row[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {list.toggle}
    </>
  );
}
