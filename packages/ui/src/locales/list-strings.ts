'use client';

import type { ReasoningEffort } from '@threadkit/core';
import { useMemo } from 'react';
import { plural } from './en.ts';
import { useStrings } from './locale-provider.tsx';
import type { LocaleStrings } from './locale-strings.ts';

/** Strings of the thread list, the assistant picker and the assistant editor: the section `lists` of a `LocaleStrings`. */
export interface ListStrings {
  readonly threadList: {
    readonly label: string;
    readonly loading: string;
    readonly empty: string;
    /** The server cannot list threads, and the app passes no ids. */
    readonly unlisted: string;
    readonly newThread: string;
    readonly search: string;
    /** Announced after a search. Also shown if nothing was found. */
    found(count: number, formatted: string): string;
    readonly showMore: string;
    /** In place of `showMore` during a search, which covers the loaded threads only. */
    readonly searchMore: string;
    readonly today: string;
    readonly yesterday: string;
    /** A thread without a title, by its creation date. */
    untitled(date: string): string;
    /** A thread without a title during server rendering, when the reader's time zone is unknown. */
    readonly undated: string;
    /** Accessible name of the title's input. */
    readonly title: string;
    /** `title` is empty in the button's tooltip. */
    rename(title: string): string;
    deleteThread(title: string): string;
    readonly deleteQuestion: string;
    readonly delete: string;
    readonly cancel: string;
    /** Shown before the reason of a failure. */
    readonly renameFailed: string;
    readonly deleteFailed: string;
  };
  readonly assistantPicker: {
    readonly label: string;
    /** In the button while no assistant is selected. */
    readonly choose: string;
    readonly untitled: string;
    readonly loading: string;
    readonly empty: string;
  };
  readonly assistantEditor: {
    readonly label: string;
    readonly loading: string;
    readonly name: string;
    readonly description: string;
    readonly descriptionHint: string;
    readonly instructions: string;
    readonly instructionsHint: string;
    readonly model: string;
    readonly temperature: string;
    readonly temperatureHint: string;
    readonly topP: string;
    readonly topPHint: string;
    readonly reasoningEffort: string;
    /** The option, or the placeholder, that leaves a setting to the model. */
    readonly modelDefault: string;
    readonly efforts: Readonly<Record<ReasoningEffort, string>>;
    readonly responseFormat: string;
    readonly formats: Readonly<Record<'auto' | 'text' | 'json_object' | 'json_schema', string>>;
    readonly jsonObjectHint: string;
    readonly jsonSchema: string;
    readonly jsonSchemaHint: string;
    readonly tools: string;
    readonly codeInterpreter: string;
    readonly fileSearch: string;
    readonly maxResults: string;
    readonly maxResultsHint: string;
    /** Label of a function's field. `name` is empty until the function has one. */
    functionField(name: string): string;
    removeFunction(name: string): string;
    readonly addFunction: string;
    readonly codeFiles: string;
    readonly codeFilesHint: string;
    readonly vectorStore: string;
    readonly vectorStoreHint: string;
    readonly metadata: string;
    readonly metadataHint: string;
    readonly metadataKey: string;
    readonly metadataValue: string;
    removePair(name: string): string;
    readonly addPair: string;
    /** Characters or entries left, near a limit. */
    left(count: number, formatted: string): string;
    over(count: number, formatted: string): string;
    readonly create: string;
    readonly save: string;
    readonly saving: string;
    readonly saved: string;
    readonly unsaved: string;
    readonly discard: string;
    /** Validation messages below a field. */
    readonly problem: {
      readonly required: string;
      readonly notAnObject: string;
      readonly parameters: string;
      /** The `name` in the JSON of a function or a schema. */
      readonly invalidName: string;
      readonly duplicateName: string;
      tooLong(max: string): string;
      tooMany(max: string): string;
      number(min: string, max: string): string;
      wholeNumber(min: string, max: string): string;
      readonly invalidJson: string;
      invalidJsonAt(line: string, column: string): string;
    };
  };
}

export const enLists: ListStrings = {
  threadList: {
    label: 'Threads',
    loading: 'Loading threads…',
    empty: 'No threads yet.',
    unlisted: 'This server cannot list threads.',
    newThread: 'New thread',
    search: 'Search threads…',
    found: (count, formatted) => (count === 0 ? 'No matches' : `${plural(count, formatted, 'thread')} found`),
    showMore: 'Show earlier threads',
    searchMore: 'Search earlier threads',
    today: 'Today',
    yesterday: 'Yesterday',
    untitled: (date) => `Thread from ${date}`,
    undated: 'Thread',
    title: 'Title',
    rename: (title) => (title ? `Rename ${title}` : 'Rename'),
    deleteThread: (title) => `Delete ${title}`,
    deleteQuestion: 'Delete this thread? This cannot be undone.',
    delete: 'Delete',
    cancel: 'Cancel',
    renameFailed: 'Could not rename.',
    deleteFailed: 'Could not delete.',
  },
  assistantPicker: {
    label: 'Assistant',
    choose: 'Choose an assistant',
    untitled: 'Untitled assistant',
    loading: 'Loading assistants…',
    empty: 'No assistants yet.',
  },
  assistantEditor: {
    label: 'Assistant',
    loading: 'Loading assistant…',
    name: 'Name',
    description: 'Description',
    descriptionHint: 'Shown to users, not sent to the model.',
    instructions: 'Instructions',
    instructionsHint: 'System instructions for the model.',
    model: 'Model',
    temperature: 'Temperature',
    temperatureHint: '0 to 2. Lower values are more focused, higher values more random.',
    topP: 'Top P',
    topPHint: '0 to 1. Change this or the temperature, but not both.',
    reasoningEffort: 'Reasoning effort',
    modelDefault: 'Model default',
    efforts: {
      none: 'None',
      minimal: 'Minimal',
      low: 'Low',
      medium: 'Medium',
      high: 'High',
      xhigh: 'Extra high',
      max: 'Max',
    },
    responseFormat: 'Response format',
    formats: {
      auto: 'Auto',
      text: 'Text',
      json_object: 'JSON',
      json_schema: 'JSON schema',
    },
    jsonObjectHint: 'The instructions must also ask for JSON.',
    jsonSchema: 'Schema',
    jsonSchemaHint: 'As JSON: name, schema, strict.',
    tools: 'Tools',
    codeInterpreter: 'Code interpreter',
    fileSearch: 'File search',
    maxResults: 'Maximum results',
    maxResultsHint: '1 to 50. Leave empty for the server’s default.',
    functionField: (name) => (name ? `Function ${name}` : 'New function'),
    removeFunction: (name) => (name ? `Remove function ${name}` : 'Remove function'),
    addFunction: 'Add function',
    codeFiles: 'Code interpreter files',
    codeFilesHint: 'One file ID per line, up to 20.',
    vectorStore: 'Vector store',
    vectorStoreHint: 'The ID of one vector store.',
    metadata: 'Metadata',
    metadataHint: 'Up to 16 key-value pairs.',
    metadataKey: 'Key',
    metadataValue: 'Value',
    removePair: (name) => (name ? `Remove ${name}` : 'Remove pair'),
    addPair: 'Add pair',
    left: (_count, formatted) => `${formatted} left`,
    over: (_count, formatted) => `${formatted} over the limit`,
    create: 'Create',
    save: 'Save',
    saving: 'Saving…',
    saved: 'Saved',
    unsaved: 'Unsaved changes',
    discard: 'Discard changes',
    problem: {
      required: 'This field is required.',
      notAnObject: 'Must be a single JSON object.',
      parameters: '"parameters" must be an object (JSON Schema).',
      invalidName: '"name" must have 1 to 64 letters, digits, _ or -.',
      duplicateName: 'This name is already in use.',
      tooLong: (max) => `Maximum length: ${max} characters.`,
      tooMany: (max) => `Maximum: ${max}.`,
      number: (min, max) => `Must be a number from ${min} to ${max}.`,
      wholeNumber: (min, max) => `Must be a whole number from ${min} to ${max}.`,
      invalidJson: 'Not valid JSON.',
      invalidJsonAt: (line, column) => `Not valid JSON: line ${line}, column ${column}.`,
    },
  },
};

export type AllStrings = LocaleStrings & ListStrings;

/** All strings of the nearest `LocaleProvider`, with the section `lists` at the top level. */
export function useAllStrings(): AllStrings {
  const strings = useStrings();
  return useMemo(() => ({ ...strings, ...(strings.lists ?? enLists) }), [strings]);
}
