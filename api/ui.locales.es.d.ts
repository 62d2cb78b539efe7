// @threadkit/ui/locales/es: what it exports. Written by `pnpm api --update`.

import { ReasoningEffort, RunStatus } from "@threadkit/core";
/**
 * What files say, beside a text that is being written and in messages. A catalogue of its own, so that English is
 * loaded with the first file; other languages give theirs as `files` of their {@link Words}. Sizes arrive formatted.
 */
interface FileStrings {
  readonly attach: string;
  /** The list above the text. */
  readonly attached: string;
  /** While files are held above the conversation. */
  readonly drop: string;
  readonly waiting: string;
  readonly sending: string;
  sent(part: string, whole: string): string;
  remove(name: string): string;
  retry(name: string): string;
  tooMany(count: string): string;
  tooLarge(limit: string): string;
  readonly wrongType: string;
  readonly empty: string;
  /** Why a message with files does not go yet. */
  readonly hold: string;
  readonly holdFailed: string;
  /** The list under a message. */
  readonly files: string;
  /** Stands before a file's name, for screen readers. */
  readonly download: string;
  readonly notLoaded: string;
  /** Names the button that an image of a message is. */
  enlarge(image: string): string;
  readonly close: string;
}
/** The words of what stands around a conversation: lists of threads, and assistants. */
interface ListStrings {
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
/** A reason in two or three words and a sentence that says what happened to the work. */
interface Sentence {
  readonly title: string;
  readonly text: string;
}
/** What a tool call is called in the record, by how far it has come. */
interface VerbPhrase {
  /** The thing to do, as a button says it: "Roll back". */
  readonly action: string;
  /** While it runs: "Rolling back". */
  readonly running: string;
  /** Afterwards: "Rolled back". */
  readonly done: string;
}
/**
 * Every word that Threadkit shows or announces. A language is one object of this type; parts read it through
 * `useStrings()` and have no label props of their own. Durations and counts arrive formatted in `locale`.
 */
interface LocaleStrings {
  /** BCP 47 tag for numbers and durations. */
  readonly locale: string;
  readonly thread: {
    readonly log: string;
    readonly loading: string;
    readonly loadOlder: string;
    /** Beside the button after it failed, before what went wrong. */
    readonly olderFailed: string;
    readonly jumpToEnd: string;
    /** Stands above the first answer that came while the reader was away. */
    readonly newMark: string;
    /** How many of them there are, on the button to the end. */
    newAnswers(count: number, formatted: string): string;
    readonly openers: string;
    /** The first words of an empty chat; the assistant may have no name. */
    hello(name: string | undefined): string;
    /** Stands below it where the assistant has no description. */
    readonly offer: string;
    /** First messages to choose from where the app gives none; the first calls the assistant by its name. */
    askHelp(name: string | undefined): string;
    readonly askExample: string;
    readonly askNeeds: string;
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
    readonly commands: string;
    readonly mentions: string;
    /** Announced when a list of suggestions has opened or changed. */
    suggested(count: number): string;
    readonly noSuggestions: string;
    readonly suggestionsLoading: string;
    readonly suggestionsFailed: string;
  };
  readonly queue: {
    readonly label: string;
    readonly next: string;
    /** Stops the run that it waits for. */
    sendNow(text: string): string;
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
    /** Stands in the place of what could not be rendered. */
    readonly notShown: Sentence;
    /** The button that shows it as plain text. */
    readonly showText: string;
    /** Said to a screen reader before an answer that has just been finished. */
    answered(text: string): string;
    readonly copy: string;
    readonly copied: string;
    readonly edit: string;
    readonly editLabel: string;
    readonly saveHere: string;
    readonly saveInCopy: string;
    readonly cancel: string;
    /** What each of the two ways to send an edited message costs. */
    readonly editLoses: string;
    readonly notEdited: string;
    readonly delete: string;
    readonly deleteAsks: string;
    readonly keep: string;
    readonly good: string;
    readonly bad: string;
    /** Above a thread that is a copy of another's beginning. */
    readonly branched: string;
    readonly openOrigin: string;
  };
  /** What lists of threads and assistants say. @defaultValue English, which comes with those parts */
  readonly around?: ListStrings | undefined;
  /** What files say. @defaultValue English, which is loaded with the first file */
  readonly files?: FileStrings | undefined;
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
    readonly wrap: string;
    readonly diagram: string;
    readonly formula: string;
    readonly copied: string;
    /** An image that was not loaded; `alt` may be empty. */
    image(alt: string): string;
    readonly done: string;
    readonly notDone: string;
    showAll(lines: string): string;
    /** Shows what of a text is too long to be formatted. */
    showRest(characters: string): string;
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
    /** Sends the question once more, at the end of the thread. */
    readonly again: string;
    /** Takes the answer back, and has its question answered anew. */
    readonly replace: string;
    readonly notReplaced: string;
    readonly summary: string;
    /** Names the picture of where the time went. */
    readonly timeline: string;
    /** A row of that picture: the time before anything happened. */
    readonly queued: string;
    /** A time that the wire's whole seconds are too coarse for. */
    readonly underASecond: string;
    /** `clock` counts down to when the run expires. */
    expiresIn(clock: string): string;
    /** Stands where a part of the page could not be loaded. */
    readonly notLoaded: string;
  };
  /** What a run read and wrote; parts of it arrive formatted. */
  readonly usage: {
    readonly label: string;
    readonly input: string;
    readonly output: string;
    readonly cost: string;
    cached(formatted: string): string;
    reasoning(formatted: string): string;
  };
  readonly tool: {
    /** From a function's name as the model knows it: `change_theme`. */
    verb(name: string): VerbPhrase;
    /** From an app's `action` for a tool ("Roll back"), for what the app has no words of its own. */
    phrase(action: string): VerbPhrase;
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
    /** An image of the code interpreter, which only the server has. */
    storedImage(fileId: string): string;
    /** Names the button that shows a labelled value as JSON. */
    asJson(label: string): string;
    showAllRows(rows: string): string;
    readonly showMore: string;
    /** Below what a file search had to score, results were left out. */
    minimumScore(percent: string): string;
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
    /** Things of one kind: a list that is one argument, or the files that were found. */
    list(items: readonly string[]): string;
    /** Arguments side by side, which tell one call from the next. */
    detail(values: readonly string[]): string;
  };
  readonly approval: {
    question(action: string): string;
    batch(count: number, formatted: string): string;
    readonly reject: string;
    readonly edit: string;
    readonly save: string;
    readonly cancelEdit: string;
    /** Opens the form that asks for a reason, which is labelled `reason`. */
    readonly sayWhy: string;
    readonly reason: string;
    readonly back: string;
    readonly allow: string;
    allowAll(count: number, formatted: string): string;
    timeLeft(clock: string): string;
    readonly noTimeLeft: string;
    /** Announced when the box appears. */
    asks(question: string): string;
    /** The tool was interrupted by a reload, perhaps after it had run. */
    recovery(action: string): string;
    readonly recoveryText: string;
    readonly runAgain: string;
  };
  /** For a tab in the background, while something waits for the person. */
  readonly waiting: {
    /** The page's title, with how many things wait. */
    title(count: number, title: string): string;
    /** Heads a notification; the question stands under it. */
    readonly notification: string;
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
    /** Failed because of its model, which the app's developers have to set up anew. */
    readonly notSetUp: Sentence;
    /** Failed because of the model's provider, which is down, unreachable or broke off. */
    readonly unavailable: Sentence;
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
  readonly error: Readonly<Record<'api' | 'locked' | 'rate-limited' | 'unauthorized' | 'network' | 'stream' | 'tool' | 'config', Sentence>> & {
    /** Of kind `config`: the assistant that is asked does not exist. */
    readonly noAssistant: Sentence;
    /** Of kind `api`: the server itself has a problem (status 500 and above). */
    readonly unavailable: Sentence;
    readonly details: string;
    readonly requestId: string;
    readonly run: string;
    readonly copyDetails: string;
    readonly tryAgain: string;
    tryAgainIn(duration: string): string;
  };
}
/** Spanish. Speaks to the reader as «tú». */
declare const es: LocaleStrings;
export { es };