'use client';

import type { ReactNode } from 'react';
import { formatCount } from '../../internals/format.ts';
import { useOverflow } from '../../internals/use-overflow.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import { type DiffLine, readDiff } from './read-diff.ts';
import { useFold } from './use-fold.tsx';

/** Also without colour it is plain what went and what came. */
const SIGNS: Readonly<Record<DiffLine['kind'], string>> = { added: '+', removed: '−', same: ' ', place: '' };

/** A unified diff: what went is struck through, what came is in ink. Longer than twelve lines, it folds. */
export function OutputDiff({ children }: { children: string }): ReactNode {
  const strings = useStrings();
  const { ref, overflows } = useOverflow();
  const lines = readDiff(children);
  const all = strings.markdown.showAll(formatCount(lines.length, strings.locale));
  const fold = useFold(lines, (open) => (open ? strings.markdown.showLess : all));
  return (
    <>
      <pre
        ref={ref}
        id={fold.id}
        data-slot="output-diff"
        data-folded={fold.isFolded ? '' : undefined}
        {...(overflows ? { tabIndex: 0, role: 'region', 'aria-label': strings.tool.output } : {})}
      >
        {fold.shown.map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines of a diff keep their places
          <Line key={index} line={line} />
        ))}
      </pre>
      {fold.toggle}
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
