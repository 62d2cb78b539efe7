'use client';

import type { ToolCallExecutor } from '@threadkit/core';
import { useStrings } from './locale-provider.tsx';

/** Strings of the details of tool calls: arguments, outputs, code and search results. The section `toolDetails` of a `LocaleStrings`. */
export interface ToolDetailStrings {
  readonly arguments: string;
  /** Label of arguments that the user changed when approving the call. */
  readonly editedArguments: string;
  /** Label of the code interpreter's input. */
  readonly code: string;
  readonly logs: string;
  /** Label of an image that the code interpreter created. */
  readonly image: string;
  readonly results: string;
  /** Label of what a file search searched for. */
  readonly queries: string;
  /** In place of the results of a file search that found nothing. */
  readonly noResults: string;
  /** In place of the passage of a result, when the backend does not return it. */
  readonly noPassage: string;
  /** A line in the details of a call that the page does not execute: who does. */
  readonly executedBy: Readonly<Record<ToolCallExecutor, string>>;
  readonly noArguments: string;
  readonly noOutput: string;
  /** An image of the code interpreter that the page cannot load. */
  storedImage(fileId: string): string;
  /** The button that shows a labeled value as JSON. */
  asJson(label: string): string;
  showAllRows(rows: string): string;
  /** The score below which a file search leaves results out. */
  minimumScore(percent: string): string;
}

export const enToolDetails: ToolDetailStrings = {
  arguments: 'Arguments',
  editedArguments: 'Arguments, edited by the user',
  code: 'Python',
  logs: 'Logs',
  image: 'Image',
  results: 'Results',
  queries: 'Searched for',
  noResults: 'Nothing found',
  noPassage: 'The text is not available.',
  executedBy: { server: 'Runs on the server', provider: 'Runs at the model’s provider' },
  noArguments: 'No arguments',
  noOutput: 'No output',
  storedImage: (fileId) => `${fileId} (stored on the server)`,
  asJson: (label) => `${label} as JSON`,
  showAllRows: (rows) => `Show all ${rows}`,
  minimumScore: (percent) => `${percent} or higher`,
};

/** The strings of tool details of the nearest `LocaleProvider`. */
export function useToolDetailStrings(): ToolDetailStrings {
  return useStrings().toolDetails ?? enToolDetails;
}
