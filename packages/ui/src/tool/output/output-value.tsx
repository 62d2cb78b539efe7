'use client';

import { type ReactNode, useState } from 'react';
import { useStrings } from '../../locales/locale-provider.tsx';
import { detectOutputKind, type OutputKind } from './detect-output-kind.ts';
import * as ToolOutput from './index.ts';
import { OutputDiff } from './output-diff.tsx';
import { OutputList } from './output-list.tsx';
import { OutputTable } from './output-table.tsx';

export interface OutputValueProps {
  label: string;
  /** Of the wire, read as JSON where it is. */
  value: unknown;
  /** Said where there is nothing. */
  none: string;
}

/**
 * A labelled value in the shape that suits it: facts, a list, a table, a diff, text; as JSON on demand. For inside of
 * a `ToolOutput.Root`. An image stands outside of that, by itself: see `OutputImage`.
 */
export function OutputValue({ label, value, none }: OutputValueProps): ReactNode {
  const strings = useStrings();
  const [asJson, setAsJson] = useState(false);
  const shape = detectOutputKind(value, strings.tool);
  const hasJson = shape.kind === 'facts' || shape.kind === 'list' || shape.kind === 'table';
  return (
    <ToolOutput.Section label={label} data-kind={shape.kind}>
      {hasJson && (
        <button
          type="button"
          data-slot="tool-output-json"
          aria-label={strings.tool.asJson(label)}
          aria-pressed={asJson}
          onClick={() => setAsJson(!asJson)}
        >
          JSON
        </button>
      )}
      {asJson && hasJson ? (
        <ToolOutput.Text language="json">{JSON.stringify(value, null, 2)}</ToolOutput.Text>
      ) : (
        <Shaped shape={shape} none={none} />
      )}
    </ToolOutput.Section>
  );
}

function Shaped({ shape, none }: { shape: OutputKind; none: string }): ReactNode {
  const strings = useStrings();
  switch (shape.kind) {
    case 'nothing':
      return none;
    case 'text':
      return <ToolOutput.Text>{shape.text}</ToolOutput.Text>;
    case 'diff':
      return <OutputDiff>{shape.text}</OutputDiff>;
    case 'facts':
      return <ToolOutput.KeyValueList items={shape.facts} />;
    case 'list':
      return <OutputList items={shape.items} />;
    case 'table':
      return <OutputTable columns={shape.columns} rows={shape.rows} />;
    case 'image':
      // It stands outside of the block; what came with it is told here.
      return <Shaped shape={detectOutputKind(shape.rest, strings.tool)} none={strings.tool.image} />;
  }
}
