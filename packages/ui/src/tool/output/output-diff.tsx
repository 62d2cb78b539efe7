'use client';

import type { ReactNode } from 'react';
import { formatCount } from '../../internals/format.ts';
import { useOverflow } from '../../internals/use-overflow.ts';
import { useShowMore } from '../../internals/use-show-more.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';
import { type DiffLine, readDiff } from './read-diff.ts';

/** Distinguishes removed and added lines without color. */
const SIGNS: Readonly<Record<DiffLine['kind'], string>> = { added: '+', removed: '−', same: ' ', place: '' };

/** Props of `OutputDiff`. */
export interface OutputDiffProps {
  /** The diff, in the unified format. */
  children: string;
}

/** A unified diff. Renders a `<pre>`, and a button that shows all lines if there are more than twelve. */
export function OutputDiff({ children }: OutputDiffProps): ReactNode {
  const strings = useStrings();
  const { ref, overflows } = useOverflow();
  const lines = readDiff(children);
  const all = strings.markdown.showAllLines(formatCount(lines.length, strings.languageTag));
  const list = useShowMore(lines, all);
  return (
    <>
      <pre
        ref={ref}
        id={list.id}
        data-slot="output-diff"
        data-collapsed={list.isCollapsed ? '' : undefined}
        {...(overflows ? { tabIndex: 0, role: 'region', 'aria-label': strings.tool.output } : {})}
      >
        {list.shown.map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines of a diff keep their positions
          <Line key={index} line={line} />
        ))}
      </pre>
      {list.toggle}
    </>
  );
}

function Line({ line: { kind, text } }: { line: DiffLine }): ReactNode {
  const Text = kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : 'span';
  return (
    <span data-slot="output-diff-line" data-kind={kind}>
      {SIGNS[kind] !== '' && <span aria-hidden="true">{`${SIGNS[kind]} `}</span>}
      <Text>{text}</Text>
      {'\n'}
    </span>
  );
}
