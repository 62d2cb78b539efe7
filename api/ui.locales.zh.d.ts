// @threadkit/ui/locales/zh: what it exports. Written by `pnpm api --update`.

import { ReasoningEffort, RunStatus, ToolCallExecutor } from "@threadkit/core";
/**
 * Strings of attachments in the composer and of files in messages: the section `files` of a `LocaleStrings`. Sizes are
 * passed formatted.
 */
interface FileStrings {
  /** Accessible name of the button that opens the file dialog. */
  readonly attach: string;
  /** Accessible name of the list above the input. */
  readonly attached: string;
  /** While files are dragged over the chat. */
  readonly drop: string;
  /** State of a file whose upload has not started. */
  readonly waiting: string;
  /** State of a file while it is uploaded and its progress is unknown. */
  readonly uploading: string;
  /** State of a file while it is uploaded. Both arguments are formatted sizes. */
  progress(part: string, whole: string): string;
  /** Accessible name of the button that removes a file. */
  remove(name: string): string;
  /** Accessible name of the button that uploads a file again. */
  retry(name: string): string;
  /** Why a file was rejected: `count` is the formatted maximum. */
  tooMany(count: string): string;
  /** Why a file was rejected: `limit` is the formatted maximum size. */
  tooLarge(limit: string): string;
  /** Why a file was rejected. */
  readonly wrongType: string;
  /** Why a file was rejected: it has no content. */
  readonly empty: string;
  /** Why a message with attachments cannot be sent yet. */
  readonly uploadsPending: string;
  /** State of a file whose upload has failed. */
  readonly uploadFailed: string;
  /** Accessible name of the list below a message. */
  readonly files: string;
  /** Read by screen readers before a file's name. */
  readonly download: string;
  /** Shown in place of a file that could not be loaded. */
  readonly loadFailed: string;
  /** The button around an image of a message. */
  enlarge(image: string): string;
  /** Accessible name of the lightbox's close button. */
  readonly close: string;
}
/** Strings of the run inspector: the section `inspector` of a `LocaleStrings`. */
interface InspectorStrings {
  /** Accessible name of the inspector. */
  readonly label: string;
  /** Accessible name of the list of events. */
  readonly events: string;
  /** Accessible name of the slider. */
  readonly position: string;
  /** The slider's value, from formatted numbers: the event's position, beginning with 1, and the number of events. */
  positionText(index: string, count: string): string;
  /** Label of the run's status. */
  readonly run: string;
  /** Label of the list of steps. */
  readonly steps: string;
  /** Label of the text of the messages. */
  readonly text: string;
  /** The button that shows the event as JSON. */
  readonly event: string;
  /** The button that shows the run's state as JSON. */
  readonly state: string;
  /** Shown in place of a run, steps or text that do not exist after the event. */
  readonly empty: string;
  /** Announced until the first event has been read. */
  readonly loading: string;
  /** The button that copies the events as a test fixture. */
  readonly copy: string;
  /** The same button after copying. */
  readonly copied: string;
  /** The server does not store run events. */
  readonly unsupported: string;
  /** The server has deleted the events of this run. */
  readonly expired: string;
}
/** Strings of the thread list, the assistant picker and the assistant editor: the section `lists` of a `LocaleStrings`. */
interface ListStrings {
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
/** Strings of the details of tool calls: arguments, outputs, code and search results. The section `toolDetails` of a `LocaleStrings`. */
interface ToolDetailStrings {
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
/** A title of two or three words, and a sentence with the reason and the next step. */
interface NoticeStrings {
  /** The first sentence, with its punctuation. */
  readonly title: string;
  /** What happened, why, and what to do. May be empty. */
  readonly text: string;
}
/** The labels of a tool call by its progress. */
interface ToolStateLabels {
  /** Before the call runs: "Roll back". */
  readonly action: string;
  /** While the call runs: "Rolling back". */
  readonly running: string;
  /** After the call succeeded: "Rolled back". */
  readonly done: string;
}
/**
 * Every string that Threadkit shows or announces, in one language. Parts read it with `useStrings()`; native props such as
 * `aria-label` and `placeholder`, and `label` of `RunStatusLabel`, replace single strings. Functions receive durations,
 * sizes and percentages formatted for `languageTag`. Functions with a count receive it twice: as a number, to select the
 * plural form, and formatted, to show.
 */
interface LocaleStrings {
  /** BCP 47 tag: the `lang` of the parts, and the locale of numbers, dates and durations. */
  readonly languageTag: string;
  readonly thread: {
    /** Accessible name of the list of messages. */
    readonly label: string;
    readonly loading: string;
    readonly loadOlder: string;
    /** Shown before the reason when older messages fail to load. */
    readonly loadOlderFailed: string;
    readonly scrollToBottom: string;
    /** The divider above the first response that arrived while the reader was away. */
    readonly unread: string;
    /** On the button that scrolls to the bottom: the number of unread responses. */
    unreadCount(count: number, formatted: string): string;
    /** Heading of an empty chat. `name` is the assistant's, if it has one. */
    greeting(name: string | undefined): string;
    /** Below the greeting, if the assistant has no description. */
    readonly greetingText: string;
    /** Accessible name of the list of starter prompts. */
    readonly starterPrompts: string;
    /** The default starter prompts. */
    promptHelp(name: string | undefined): string;
    readonly promptExample: string;
    readonly promptRequirements: string;
  };
  readonly composer: {
    readonly label: string;
    readonly placeholder: string;
    readonly send: string;
    readonly queue: string;
    readonly stop: string;
    /** Keyboard hints below the input. */
    readonly sendShortcut: string;
    readonly queueShortcut: string;
    readonly stopShortcut: string;
    /** Announced when a message can only be queued, and why. */
    readonly runActive: string;
    readonly runWaiting: string;
    /** Accessible names of the lists of suggestions. */
    readonly commands: string;
    readonly mentions: string;
    /** Announced when the list of suggestions opens or changes. */
    suggestionCount(count: number, formatted: string): string;
    readonly noSuggestions: string;
    readonly loadingSuggestions: string;
    readonly suggestionsFailed: string;
  };
  readonly queue: {
    readonly label: string;
    readonly queued: string;
    /** Stops the active run first. */
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
    /** Before the text of a refusal. */
    readonly refused: string;
    /** An interrupted message that a later one replaced. */
    readonly superseded: string;
    /** In place of a part that failed to render. */
    readonly renderFailed: NoticeStrings;
    /** The button that shows the failed part as plain text. */
    readonly showAsText: string;
    readonly copy: string;
    readonly copied: string;
    readonly edit: string;
    readonly editLabel: string;
    readonly submitEdit: string;
    readonly submitToNewThread: string;
    /** Cancels an edit or a deletion. */
    readonly cancel: string;
    /** What each of the two ways to send an edited message does to later messages. */
    readonly editWarning: string;
    /** Shown before the reason when an edit fails. */
    readonly editFailed: string;
    readonly delete: string;
    readonly deleteQuestion: string;
    readonly goodResponse: string;
    readonly badResponse: string;
    /** Above a thread that was copied from another one. */
    readonly branched: string;
    readonly openOriginal: string;
  };
  readonly citation: {
    /** Accessible name of the number after a cited sentence. */
    label(number: string, name: string): string;
    /** Heading of the list below the response. */
    readonly sources: string;
  };
  readonly markdown: {
    readonly table: string;
    readonly code: string;
    readonly copyCode: string;
    readonly copied: string;
    readonly wrapLines: string;
    readonly diagram: string;
    readonly formula: string;
    /** In place of an image that is not loaded. `alt` may be empty. */
    image(alt: string): string;
    /** Accessible names of the check boxes of a task list. */
    readonly taskCompleted: string;
    readonly taskIncomplete: string;
    showAllLines(lines: string): string;
    /** Shows the rest of a text that is too long to be formatted. */
    showUnformatted(characters: string): string;
    readonly showLess: string;
  };
  readonly run: {
    /** Status of an active run, and `sending` before the run exists. */
    readonly status: Readonly<Record<'sending' | RunStatus, string>>;
    /** `duration` may be empty. `steps` comes from `steps()`. */
    worked(duration: string, steps: string): string;
    steps(count: number, formatted: string): string;
    tokens(count: number, formatted: string): string;
    /** The model is reasoning. */
    readonly thinking: string;
    /** The model has reasoned. `duration` may be empty. */
    thought(duration: string): string;
    readonly copy: string;
    readonly copied: string;
    /** Sends the same question again at the end of the thread. */
    readonly askAgain: string;
    /** Deletes the response and starts a new run for its question. */
    readonly regenerate: string;
    /** Accessible name of the line below a response. */
    readonly details: string;
    readonly timeline: string;
    /** The row of the timeline in which the response was generated. */
    readonly response: string;
    /** The row of the timeline before the run started. */
    readonly queued: string;
    /** A duration that is shorter than the API's whole seconds. */
    readonly underOneSecond: string;
    expiresIn(clock: string): string;
    /** In place of a part whose code failed to load. */
    readonly loadFailed: string;
  };
  readonly usage: {
    readonly label: string;
    readonly input: string;
    readonly output: string;
    readonly cost: string;
    cached(formatted: string): string;
    reasoning(formatted: string): string;
  };
  readonly tool: {
    /** The labels of a tool for which the app gives none, from its function name: `change_theme`. */
    labelsFor(name: string): ToolStateLabels;
    readonly codeInterpreter: ToolStateLabels;
    readonly fileSearch: ToolStateLabels;
    readonly output: string;
    readonly error: string;
    readonly showMore: string;
    /** After the queries of a file search without results. */
    readonly nothingFound: string;
    /** Notes after the label of a call that explain its state. */
    readonly approved: string;
    readonly declined: string;
    readonly failed: string;
    /** Another tab executed the call. */
    readonly elsewhere: string;
    readonly cancelled: string;
    readonly expired: string;
    /** The server stopped while it executed the call: it may have had its effect. */
    readonly interrupted: string;
    readonly preparing: string;
    /** The call waits for a tool that this page has not registered yet. */
    readonly unregistered: string;
    readonly yes: string;
    readonly no: string;
    /** Joins the items of one list: the elements of an array, or the files that a search found. */
    joinList(items: readonly string[]): string;
    /** Joins separate values: the arguments of a call. */
    joinValues(values: readonly string[]): string;
  };
  readonly approval: {
    /** The question for a tool whose view has none. */
    question(action: string): string;
    /** Heading over several calls that wait for approval. */
    pendingCount(count: number, formatted: string): string;
    readonly decline: string;
    readonly edit: string;
    readonly saveEdit: string;
    readonly cancelEdit: string;
    /** Shown before the reason when edited arguments are refused. */
    readonly refused: string;
    /** Opens the form with the field `reason`. */
    readonly declineWithReason: string;
    readonly reason: string;
    readonly back: string;
    readonly approve: string;
    approveAll(count: number, formatted: string): string;
    timeLeft(clock: string): string;
    readonly timeUp: string;
    /** Announced when the approval appears. */
    announcement(question: string): string;
    /** The question after a reload interrupted the call: it may have been executed. */
    interrupted(action: string): string;
    readonly interruptedText: string;
    readonly runAgain: string;
  };
  /** For a background tab, while tool calls wait for the user's decision. */
  readonly notification: {
    /** The page's title with the number of waiting calls. */
    pageTitle(count: number, formatted: string, title: string): string;
    /** Title of a notification. Its body is the question. */
    readonly title: string;
  };
  /** How a run ended that did not complete. */
  readonly outcome: {
    readonly maxCompletionTokens: NoticeStrings;
    readonly maxPromptTokens: NoticeStrings;
    readonly contentFilter: NoticeStrings;
    readonly incomplete: NoticeStrings;
    readonly stopped: NoticeStrings;
    readonly expired: NoticeStrings;
    readonly expiredApproval: NoticeStrings;
    readonly failed: NoticeStrings;
    /** The run failed because the server's model is misconfigured. */
    readonly modelConfig: NoticeStrings;
    /** The run failed because the model's provider is down, unreachable or closed the connection. */
    readonly providerUnavailable: NoticeStrings;
    readonly rateLimited: NoticeStrings;
    readonly invalidPrompt: NoticeStrings;
    /** Appended to most of these sentences. */
    readonly textKept: string;
    readonly noText: string;
    readonly continue: string;
    /** The message that "Continue" sends. */
    readonly continueMessage: string;
    readonly runAgain: string;
    readonly askAgain: string;
    readonly retry: string;
  };
  readonly connection: {
    readonly stalled: NoticeStrings;
    readonly lost: NoticeStrings;
    readonly offline: NoticeStrings;
    attempt(count: string): string;
    readonly reconnect: string;
  };
  /** By the `kind` of a `ThreadkitError`. */
  readonly error: Readonly<Record<'api' | 'locked' | 'rate-limited' | 'unauthorized' | 'network' | 'stream' | 'tool' | 'config', NoticeStrings>> & {
    /**
     * The backend refused a request with the code `insufficient_quota`, or a run failed with it: the quota of the
     * account is used up, so waiting does not help.
     */
    readonly insufficientQuota: NoticeStrings;
    /** Kind `config` with status 404: the assistant does not exist. */
    readonly noAssistant: NoticeStrings;
    /** Any kind with a status of 500 or above. */
    readonly unavailable: NoticeStrings;
    readonly details: string;
    readonly requestId: string;
    readonly runId: string;
    readonly copyDetails: string;
    readonly retry: string;
    retryIn(duration: string): string;
  };
  /** Strings of the thread list and the assistant parts. @defaultValue English, loaded with those parts */
  readonly lists?: ListStrings | undefined;
  /** Strings of the details of tool calls. @defaultValue English, loaded with the first details */
  readonly toolDetails?: ToolDetailStrings | undefined;
  /** Strings of attachments and files. @defaultValue English, loaded with the first file */
  readonly files?: FileStrings | undefined;
  /** Strings of the run inspector. @defaultValue English, loaded with the inspector */
  readonly inspector?: InspectorStrings | undefined;
}
/** Chinese in simplified characters. */
declare const zh: LocaleStrings;
export { zh };