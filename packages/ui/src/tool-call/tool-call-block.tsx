'use client';

import { type CallResult, readOutput, type StepToolCall, type ToolCall } from '@threadkit/core';
import type { ReactNode } from 'react';
import { type Fact, readJson, toFacts } from '../tool-output/facts.ts';
import * as ToolOutput from '../tool-output/index.ts';
import type { Words } from '../words/words.ts';
import { useWords } from '../words/words-provider.tsx';

export interface ToolCallBlockProps {
  call: StepToolCall;
  live?: ToolCall | undefined;
}

/** What a call was given and what came back, as keys and values, code and logs. */
export function ToolCallBlock({ call, live }: ToolCallBlockProps): ReactNode {
  const words = useWords();
  return (
    <ToolOutput.Root>
      {call.type === 'function' && <FunctionSections call={call} live={live} words={words} />}
      {call.type === 'code_interpreter' && (
        <>
          <ToolOutput.Section label={words.tool.code}>
            <ToolOutput.Text language="python">{call.code_interpreter.input}</ToolOutput.Text>
          </ToolOutput.Section>
          {logsOf(call.code_interpreter.outputs) !== '' && (
            <ToolOutput.Section label={words.tool.logs}>
              <ToolOutput.Text>{logsOf(call.code_interpreter.outputs)}</ToolOutput.Text>
            </ToolOutput.Section>
          )}
          {imagesOf(call.code_interpreter.outputs).map((fileId) => (
            <ToolOutput.Section key={fileId} label={words.tool.image}>
              <ToolOutput.Text>{fileId}</ToolOutput.Text>
            </ToolOutput.Section>
          ))}
        </>
      )}
      {call.type === 'file_search' && (
        <ToolOutput.Section label={words.tool.results}>
          <ToolOutput.Facts facts={resultFacts(call, words)} />
        </ToolOutput.Section>
      )}
    </ToolOutput.Root>
  );
}

type CodeOutputs = Extract<StepToolCall, { type: 'code_interpreter' }>['code_interpreter']['outputs'];

function logsOf(outputs: CodeOutputs): string {
  return outputs.map((output) => (output.type === 'logs' ? output.logs : '')).join('');
}

/** File ids: what is in a file of the provider the page cannot ask for. */
function imagesOf(outputs: CodeOutputs): readonly string[] {
  return outputs.flatMap((output) => (output.type === 'image' ? [output.image.file_id] : []));
}

function resultFacts(call: Extract<StepToolCall, { type: 'file_search' }>, words: Words): readonly Fact[] {
  const percent = new Intl.NumberFormat(words.locale, { style: 'percent' });
  return (call.file_search.results ?? []).map(({ file_name, score }) => ({
    label: file_name,
    value: percent.format(score),
  }));
}

interface FunctionSectionsProps {
  call: Extract<StepToolCall, { type: 'function' }>;
  live: ToolCall | undefined;
  words: Words;
}

function FunctionSections({ call, live, words }: FunctionSectionsProps): ReactNode {
  const result = resultOf(call, live);
  return (
    <>
      <ToolOutput.Section label={words.tool.arguments}>
        <Value
          value={live?.rawArguments ?? call.function.arguments}
          none={words.tool.noArguments}
          words={words}
        />
      </ToolOutput.Section>
      {result?.ok === false && (
        <ToolOutput.Section label={words.tool.error} tone="failed">
          <ToolOutput.Text>{result.error}</ToolOutput.Text>
        </ToolOutput.Section>
      )}
      {result?.ok && (
        <ToolOutput.Section label={words.tool.output}>
          <Value value={result.output} none={words.tool.noOutput} words={words} />
        </ToolOutput.Section>
      )}
    </>
  );
}

function resultOf(
  call: Extract<StepToolCall, { type: 'function' }>,
  live: ToolCall | undefined,
): CallResult | undefined {
  if (live?.state === 'settled' || live?.state === 'submitted') return live.result;
  return call.function.output === null ? undefined : readOutput(call.function.output);
}

/** An object as facts, anything else as its text. */
function Value({ value, none, words }: { value: unknown; none: string; words: Words }): ReactNode {
  const read = typeof value === 'string' ? (readJson(value) ?? value) : value;
  const facts = toFacts(read, words.tool);
  if (facts) return <ToolOutput.Facts facts={facts} />;
  const text = typeof read === 'string' ? read : JSON.stringify(read, null, 2);
  return text === undefined || text === '' || text === '{}' ? (
    none
  ) : (
    <ToolOutput.Text>{text}</ToolOutput.Text>
  );
}
