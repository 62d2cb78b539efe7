import type { ReasoningEffort, RunStatus } from '@threadkit/core';

/** A reason in two or three words and a sentence that says what happened to the work. */
export interface Sentence {
  readonly title: string;
  readonly text: string;
}

/** What a tool call is called in the record, by how far it has come. */
export interface VerbPhrase {
  /** The thing to do, as a button says it: "Roll back". */
  readonly action: string;
  /** While it runs: "Rolling back". */
  readonly running: string;
  /** Afterwards: "Rolled back". */
  readonly done: string;
}

/**
 * Every word that Threadkit shows or announces. A language is one object of this type; parts read it through
 * `useWords()` and have no label props of their own. Durations and counts arrive formatted in `locale`.
 */
export interface Words {
  /** BCP 47 tag for numbers and durations. */
  readonly locale: string;
  readonly thread: {
    readonly log: string;
    readonly loading: string;
    readonly loadOlder: string;
    readonly jumpToEnd: string;
    readonly openers: string;
  };
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
  readonly composer: {
    readonly label: string;
    readonly placeholder: string;
    readonly send: string;
    readonly queue: string;
    readonly stop: string;
    readonly keysSend: string;
    readonly keysQueue: string;
    readonly keysStop: string;
    readonly busy: string;
    readonly waiting: string;
  };
  readonly queue: {
    readonly label: string;
    readonly next: string;
    edit(text: string): string;
    remove(text: string): string;
  };
  readonly message: {
    readonly you: string;
    readonly assistant: string;
    readonly notSent: string;
    readonly discard: string;
    readonly attachedImage: string;
    file(fileId: string): string;
    readonly refused: string;
    /** A half-told message that another one replaced. */
    readonly superseded: string;
    /** Said to a screen reader before an answer that has just been finished. */
    answered(text: string): string;
  };
  readonly citation: {
    /** Names the number chip behind a cited sentence. */
    chip(number: string, name: string): string;
    /** Names the list under the answer. */
    readonly sources: string;
  };
  readonly markdown: {
    readonly table: string;
    readonly code: string;
    readonly copyCode: string;
    readonly copied: string;
    /** An image that was not loaded; `alt` may be empty. */
    image(alt: string): string;
    readonly done: string;
    readonly notDone: string;
    showAll(lines: string): string;
    readonly showLess: string;
  };
  readonly run: {
    /** The line of a run that lives, by the wire's status word. */
    readonly status: Readonly<Record<'sending' | RunStatus, string>>;
    worked(duration: string, steps: string): string;
    steps(count: number, formatted: string): string;
    tokens(count: number, formatted: string): string;
    readonly copy: string;
    readonly copied: string;
    readonly again: string;
    readonly summary: string;
  };
  readonly tool: {
    /** From a function's name as the model knows it (`change_theme`), or from an app's words for it ("Roll back"). */
    verb(name: string): VerbPhrase;
    readonly codeInterpreter: VerbPhrase;
    readonly fileSearch: VerbPhrase;
    readonly arguments: string;
    readonly output: string;
    readonly error: string;
    readonly code: string;
    readonly logs: string;
    /** An image that code has made, told by its file id. */
    readonly image: string;
    readonly results: string;
    readonly noArguments: string;
    readonly noOutput: string;
    /** Said between action and duration once a person has decided. */
    readonly allowed: string;
    readonly rejected: string;
    readonly failed: string;
    readonly elsewhere: string;
    readonly cancelled: string;
    readonly expired: string;
    readonly preparing: string;
    readonly needsHandler: string;
    readonly yes: string;
    readonly no: string;
    list(items: readonly string[]): string;
  };
  readonly approval: {
    question(action: string): string;
    batch(count: number, formatted: string): string;
    readonly reject: string;
    readonly edit: string;
    readonly save: string;
    readonly cancelEdit: string;
    readonly allow: string;
    allowAll(count: number): string;
    timeLeft(clock: string): string;
    readonly noTimeLeft: string;
    /** Announced when the box appears. */
    asks(question: string): string;
    /** The tool was interrupted by a reload, perhaps after it had run. */
    recovery(action: string): string;
    readonly recoveryText: string;
    readonly runAgain: string;
  };
  readonly ending: {
    readonly cutOff: Sentence;
    readonly promptTooLong: Sentence;
    readonly filtered: Sentence;
    readonly incomplete: Sentence;
    readonly stopped: Sentence;
    readonly expired: Sentence;
    readonly expiredApproval: Sentence;
    readonly failed: Sentence;
    readonly rateLimited: Sentence;
    readonly invalidPrompt: Sentence;
    /** Ends most of these sentences: what happened to the work. */
    readonly textKept: string;
    readonly nothingWritten: string;
    readonly continueLabel: string;
    /** What "Continue" sends. */
    readonly continueMessage: string;
    readonly again: string;
    readonly askAgain: string;
    readonly tryAgain: string;
  };
  readonly connection: {
    readonly stalled: Sentence;
    readonly lost: Sentence;
    readonly offline: Sentence;
    attempt(count: string): string;
    readonly reconnect: string;
  };
  /** By the `kind` of a `ThreadkitError`. */
  readonly error: Readonly<
    Record<
      'api' | 'locked' | 'rate-limited' | 'unauthorized' | 'network' | 'stream' | 'tool' | 'config',
      Sentence
    >
  > & {
    readonly details: string;
    readonly requestId: string;
    readonly run: string;
    readonly copyDetails: string;
    readonly tryAgain: string;
    tryAgainIn(duration: string): string;
  };
}
