import type { ReasoningEffort } from '@threadkit/core';

/** The words of what stands around a conversation: lists of threads, and assistants. */
export interface ListStrings {
  readonly threadList: {
    readonly label: string;
    readonly loading: string;
    readonly empty: string;
    /** In its place where the backend cannot list threads and the app has named none. */
    readonly unlisted: string;
    readonly new: string;
    readonly search: string;
    /** What a search has left, announced; shown where it is nothing. */
    found(count: number, formatted: string): string;
    readonly more: string;
    /** The same while searching: only what was loaded has been searched. */
    readonly searchMore: string;
    readonly today: string;
    readonly yesterday: string;
    /** A thread without a title, by the date and time it was made. */
    untitled(date: string): string;
    /** The same in a page that a server has rendered, until the reader's calendar is known. */
    readonly undated: string;
    /** Names the field that a title is changed in. */
    readonly title: string;
    /** The button; `title` is empty where it is only a hint. */
    rename(title: string): string;
    deleteThread(title: string): string;
    readonly deleteQuestion: string;
    readonly delete: string;
    readonly keep: string;
    /** Stand before what went wrong. */
    readonly notRenamed: string;
    readonly notDeleted: string;
  };
  readonly assistantPicker: {
    readonly label: string;
    /** Stands in the button while none is chosen. */
    readonly choose: string;
    readonly unnamed: string;
    readonly loading: string;
    readonly empty: string;
  };
  readonly assistantEditor: {
    readonly label: string;
    readonly loading: string;
    readonly name: string;
    readonly description: string;
    /** Under the field: what it is for, or how it is written. */
    readonly descriptionHint: string;
    readonly instructions: string;
    readonly instructionsHint: string;
    readonly model: string;
    readonly temperature: string;
    readonly temperatureHint: string;
    readonly topP: string;
    readonly topPHint: string;
    readonly reasoningEffort: string;
    /** Of a choice or an empty field: the model decides. */
    readonly modelsOwn: string;
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
    /** Names a function's field; `name` is empty while it has none. */
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
    /** Near a limit. */
    left(count: number, formatted: string): string;
    over(count: number, formatted: string): string;
    readonly create: string;
    readonly save: string;
    readonly saving: string;
    readonly saved: string;
    readonly unsaved: string;
    readonly discard: string;
    /** What is wrong with a field, at the field. */
    readonly problem: {
      readonly missing: string;
      readonly notAnObject: string;
      readonly parameters: string;
      /** Of a function or a schema, in its JSON. */
      readonly badName: string;
      readonly sameName: string;
      tooLong(max: string): string;
      tooMany(max: string): string;
      number(min: string, max: string): string;
      wholeNumber(min: string, max: string): string;
      readonly notJson: string;
      notJsonAt(line: string, column: string): string;
    };
  };
}
