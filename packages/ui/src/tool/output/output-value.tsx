'use client';

import { type ReactNode, useState } from 'react';
import { useStrings } from '../../locales/locale-provider.tsx';
import { useToolDetailStrings } from '../../locales/tool-detail-strings.ts';
import { detectOutputKind, type OutputKind } from './detect-output-kind.ts';
import * as ToolOutput from './index.ts';
import { OutputDiff } from './output-diff.tsx';
import { OutputList } from './output-list.tsx';
import { OutputTable } from './output-table.tsx';

/** Props of `OutputValue`. */
export interface OutputValueProps {
  /** The visible label of the section, also its accessible name. */
  label: string;
  /** The value, parsed if it was JSON. */
  value: unknown;
  /** Text for an empty value. */
  emptyText: string;
}

/**
 * A labeled value, displayed by its kind: key-value list, list, table, diff or text, with a toggle for JSON. Must be inside
 * `ToolOutput.Root`. Images are rendered outside of it: see `OutputImage`. Renders a `ToolOutput.Section`.
 */
export function OutputValue({ label, value, emptyText }: OutputValueProps): ReactNode {
  const strings = useStrings();
  const detailStrings = useToolDetailStrings();
  const [asJson, setAsJson] = useState(false);
  const output = detectOutputKind(value, strings.tool);
  const hasJson = output.kind === 'key-values' || output.kind === 'list' || output.kind === 'table';
  return (
    <ToolOutput.Section label={label} data-kind={output.kind}>
      {hasJson && (
        <button
          type="button"
          data-slot="tool-output-json"
          aria-label={detailStrings.asJson(label)}
          aria-pressed={asJson}
          onClick={() => setAsJson(!asJson)}
        >
          JSON
        </button>
      )}
      {asJson && hasJson ? (
        <ToolOutput.Text language="json">{JSON.stringify(value, null, 2)}</ToolOutput.Text>
      ) : (
        <FormattedValue output={output} emptyText={emptyText} />
      )}
    </ToolOutput.Section>
  );
}

function FormattedValue({ output, emptyText }: { output: OutputKind; emptyText: string }): ReactNode {
  const strings = useStrings();
  const detailStrings = useToolDetailStrings();
  switch (output.kind) {
    case 'empty':
      return emptyText;
    case 'text':
      return <ToolOutput.Text>{output.text}</ToolOutput.Text>;
    case 'diff':
      return <OutputDiff>{output.text}</OutputDiff>;
    case 'key-values':
      return <ToolOutput.KeyValueList items={output.keyValues} />;
    case 'list':
      return <OutputList items={output.items} />;
    case 'table':
      return <OutputTable columns={output.columns} rows={output.rows} />;
    case 'image':
      // The image is rendered outside of the block; show the other properties here.
      return (
        <FormattedValue
          output={detectOutputKind(output.rest, strings.tool)}
          emptyText={detailStrings.image}
        />
      );
  }
}
