'use client';

import type { StepToolCall, ToolCallState } from '@threadkit/core';
import { parseJson } from '@threadkit/core/internal';
import { useFiles } from '@threadkit/react';
import type { ReactNode } from 'react';
import { useStrings } from '../locales/locale-provider.tsx';
import type { LocaleStrings } from '../locales/locale-strings.ts';
import { useToolDetailStrings } from '../locales/tool-detail-strings.ts';
import { LoadedImage } from '../message/files/loaded-image.tsx';
import { readCallResult } from './call-result.ts';
import { detectOutputKind } from './output/detect-output-kind.ts';
import * as ToolOutput from './output/index.ts';
import { OutputImage } from './output/output-image.tsx';
import { OutputList } from './output/output-list.tsx';
import { OutputValue } from './output/output-value.tsx';
import { SearchResults } from './output/search-results.tsx';
import { StepPassage } from './output/step-passage.tsx';
import type { ToolCallProps } from './tool-call.tsx';
import { unknownCallContent } from './unknown-call.ts';

export type ToolCallDetailsProps = Pick<ToolCallProps, 'call' | 'stepStatus' | 'step' | 'live'>;

/**
 * The input and output of a call: arguments and result, code and logs, search results, or the content of an unknown call
 * type. Images are rendered below the block. Loaded with the first expanded row.
 */
export function ToolCallDetails({ call, stepStatus, step, live }: ToolCallDetailsProps): ReactNode {
  const strings = useStrings();
  const detailStrings = useToolDetailStrings();
  const images = imagesOf(call, live, strings);
  const unknown = unknownCallContent(call);
  const isRunning = stepStatus === 'in_progress';
  return (
    <>
      <ToolOutput.Root>
        {call.type === 'function' && <FunctionSections call={call} live={live} strings={strings} />}
        {call.type === 'code_interpreter' && <CodeSections call={call} isRunning={isRunning} />}
        {call.type === 'file_search' && <SearchSections call={call} isRunning={isRunning} step={step} />}
        {unknown && (
          <OutputValue label={strings.tool.output} value={unknown} emptyText={detailStrings.noOutput} />
        )}
      </ToolOutput.Root>
      {images.map((source) => (
        <OutputImage key={source} src={source} />
      ))}
      {call.type === 'code_interpreter' &&
        fileIdsOf(call)
          .filter((id) => !isShown(id, strings))
          .map((id) => <StoredImage key={id} fileId={id} />)}
    </>
  );
}

type CallOf<T extends StepToolCall['type']> = Extract<StepToolCall, { type: T }>;

interface FunctionSectionsProps {
  call: CallOf<'function'>;
  live: ToolCallState | undefined;
  strings: LocaleStrings;
}

function FunctionSections({ call, live, strings }: FunctionSectionsProps): ReactNode {
  const detailStrings = useToolDetailStrings();
  const result = readCallResult(call, live);
  return (
    <>
      <OutputValue
        label={call.edited_arguments === undefined ? detailStrings.arguments : detailStrings.editedArguments}
        value={argumentsOf(call, live)}
        emptyText={detailStrings.noArguments}
      />
      {result?.ok === false && (
        <ToolOutput.Section label={strings.tool.error} tone="failed">
          <ToolOutput.Text>{result.error}</ToolOutput.Text>
        </ToolOutput.Section>
      )}
      {result?.ok && (
        <OutputValue
          label={strings.tool.output}
          value={asValue(result.output)}
          emptyText={detailStrings.noOutput}
        />
      )}
      {call.executed_by && (
        <p data-slot="tool-output-executor">{detailStrings.executedBy[call.executed_by]}</p>
      )}
    </>
  );
}

interface CodeSectionsProps {
  call: CallOf<'code_interpreter'>;
  isRunning: boolean;
}

function CodeSections({ call, isRunning }: CodeSectionsProps): ReactNode {
  const detailStrings = useToolDetailStrings();
  const { input, outputs } = call.code_interpreter;
  const logs = outputs.map((output) => (output.type === 'logs' ? output.logs : '')).join('');
  const isEmpty = logs === '' && !isRunning && fileIdsOf(call).length === 0;
  return (
    <>
      <ToolOutput.Section label={detailStrings.code}>
        <ToolOutput.Text language="python">{input}</ToolOutput.Text>
      </ToolOutput.Section>
      {(logs !== '' || isEmpty) && (
        <ToolOutput.Section label={detailStrings.logs}>
          {isEmpty ? detailStrings.noOutput : <ToolOutput.Text>{logs}</ToolOutput.Text>}
        </ToolOutput.Section>
      )}
    </>
  );
}

/** An image that the code created, below the block. Its id when the image cannot be loaded. */
function StoredImage({ fileId }: { fileId: string }): ReactNode {
  const detailStrings = useToolDetailStrings();
  const name = <span data-slot="output-stored-image">{detailStrings.storedImage(fileId)}</span>;
  return useFiles() ? <LoadedImage fileId={fileId} instead={name} alt={detailStrings.image} /> : name;
}

interface SearchSectionsProps extends Pick<ToolCallProps, 'step'> {
  call: CallOf<'file_search'>;
  isRunning: boolean;
}

function SearchSections({ call, isRunning, step }: SearchSectionsProps): ReactNode {
  const strings = useStrings();
  const detailStrings = useToolDetailStrings();
  const { queries = [], results, ranking_options: ranking } = call.file_search;
  const percent = new Intl.NumberFormat(strings.languageTag, { style: 'percent' });
  return (
    <>
      {queries.length > 0 && (
        <ToolOutput.Section label={detailStrings.queries}>
          <OutputList items={queries} />
        </ToolOutput.Section>
      )}
      {(results || !isRunning) && (
        <ToolOutput.Section label={detailStrings.results}>
          {results && results.length > 0 ? (
            <SearchResults results={results}>
              {step && ((index) => <StepPassage step={step} callId={call.id} index={index} />)}
            </SearchResults>
          ) : (
            detailStrings.noResults
          )}
          {ranking && ranking.score_threshold > 0 && (
            <p data-slot="search-threshold">
              {detailStrings.minimumScore(percent.format(ranking.score_threshold))}
            </p>
          )}
        </ToolOutput.Section>
      )}
    </>
  );
}

/** The arguments; while they stream, the partial ones. Text that is not JSON is returned as is. */
function argumentsOf(call: CallOf<'function'>, live: ToolCallState | undefined): unknown {
  if (live?.args !== undefined) return live.args;
  return asValue(live?.rawArguments ?? call.edited_arguments ?? call.function.arguments);
}

function asValue(value: unknown): unknown {
  return typeof value === 'string' ? (parseJson(value) ?? value) : value;
}

/** Data URLs of the images of a call. */
function imagesOf(
  call: StepToolCall,
  live: ToolCallState | undefined,
  strings: LocaleStrings,
): readonly string[] {
  if (call.type === 'code_interpreter') return fileIdsOf(call).filter((id) => isShown(id, strings));
  const result = readCallResult(call, live);
  const output = detectOutputKind(result?.ok ? asValue(result.output) : undefined, strings.tool);
  return output.kind === 'image' ? [output.src] : [];
}

function fileIdsOf({ code_interpreter: { outputs } }: CallOf<'code_interpreter'>): readonly string[] {
  return outputs.flatMap((output) => (output.type === 'image' ? [output.image.file_id] : []));
}

/** Some engines send a data URL in place of a file id. */
function isShown(fileId: string, strings: LocaleStrings): boolean {
  return detectOutputKind(fileId, strings.tool).kind === 'image';
}
