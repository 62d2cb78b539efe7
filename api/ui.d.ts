// @threadkit/ui: what it exports. Written by `pnpm api --update`.

import { ComponentProps, ComponentType, ElementType, MemoExoticComponent, ReactNode } from "react";
import { AnyTool, AssistantObject, ConnectionInfo, JsonSchema, MessageContentPart, MessageObject, PartialDeep, QueuedInput, ReasoningEffort, RunObject, RunStatus, RunStepObject, RunStepStatus, StepToolCall, ThreadkitError, Tool, ToolCallExecutor, ToolCallState } from "@threadkit/core";
import { Draft, UseThreadOptions } from "@threadkit/react";
import { MarkedOptions, Token } from "marked";
/** The elements that parts render. */
type PrimitiveTag = 'article' | 'button' | 'dd' | 'div' | 'dl' | 'dt' | 'form' | 'h3' | 'li' | 'ol' | 'p' | 'section' | 'span' | 'textarea' | 'time' | 'ul';
/** Props of a part that renders `T`: all native props, and `asChild` to render the only child instead. */
type PrimitiveProps<T extends PrimitiveTag> = ComponentProps<T> & {
  /** Passes the part's attributes, handlers and ref to its only child instead of rendering an element. */
  asChild?: boolean | undefined;
};
/**
 * Save and discard buttons. Sticky while there are unsaved changes. Also shows an error that belongs to no field. Renders a
 * `<div>`.
 */
declare function EditorActions(props: Omit<PrimitiveProps<'div'>, 'children' | 'asChild'>): ReactNode;
/** The props of a field: those of its `<div>`. */
type EditorFieldProps = Omit<PrimitiveProps<'div'>, 'children' | 'asChild'>;
/** Props of `AssistantEditor.Root`. */
interface EditorRootProps extends Omit<PrimitiveProps<'form'>, 'onSubmit' | 'asChild'> {
  /** The assistant to edit. Omit to create one. */
  assistantId?: string | undefined;
  /** Called with the stored assistant, which has an id if it is new. */
  onSaved?: ((assistant: AssistantObject) => void) | undefined;
}
/**
 * A form that creates or edits an assistant. Renders every field, or its children. Only changed fields are sent, so the
 * value of an omitted field is kept. Renders a `<form>`; requires a `<ThreadkitProvider>`.
 */
declare function EditorRoot({ assistantId, ...props }: EditorRootProps): ReactNode;
/** Up to 16 metadata pairs: keys of at most 64, values of at most 512 characters. Renders a `<div>`. */
declare function MetadataField(props: EditorFieldProps): ReactNode;
/** The assistant's name, at most 256 characters. Renders a `<div>`. */
declare function NameField(props: EditorFieldProps): ReactNode;
/** The assistant's description, at most 512 characters. Renders a `<div>`. */
declare function DescriptionField(props: EditorFieldProps): ReactNode;
/** The system instructions, at most 256,000 characters. Renders a `<div>`. */
declare function InstructionsField(props: EditorFieldProps): ReactNode;
/** The model's id, the only required field. Renders a `<div>`. */
declare function ModelField(props: EditorFieldProps): ReactNode;
/** The reasoning effort, for reasoning models. Renders a `<div>`. */
declare function ReasoningEffortField(props: EditorFieldProps): ReactNode;
/** The temperature, 0 to 2; empty for the model's default. Renders a `<div>`. */
declare function TemperatureField(props: EditorFieldProps): ReactNode;
/** The value of `top_p`, 0 to 1; empty for the model's default. Renders a `<div>`. */
declare function TopPField(props: EditorFieldProps): ReactNode;
/** The response format. Renders a `<div>`, and another one with the schema for `json_schema`. */
declare function ResponseFormatField(props: EditorFieldProps): ReactNode;
/** Ids of the files and vector stores for the selected tools. Renders a `<div>` for each tool with resources. */
declare function ToolResourcesField(props: EditorFieldProps): ReactNode;
/** The assistant's tools: code interpreter, file search, and functions as JSON. Renders a `<div>`. */
declare function ToolsField(props: EditorFieldProps): ReactNode;
declare namespace index_d_exports {
  export { EditorActions as Actions, ActionsProps$1 as ActionsProps, DescriptionField as Description, EditorFieldProps as DescriptionProps, EditorFieldProps as FieldProps, InstructionsField as Instructions, EditorFieldProps as InstructionsProps, MetadataField as Metadata, EditorFieldProps as MetadataProps, ModelField as Model, EditorFieldProps as ModelProps, NameField as Name, EditorFieldProps as NameProps, ReasoningEffortField as ReasoningEffort, EditorFieldProps as ReasoningEffortProps, ResponseFormatField as ResponseFormat, EditorFieldProps as ResponseFormatProps, EditorRoot as Root, EditorRootProps as RootProps, TemperatureField as Temperature, EditorFieldProps as TemperatureProps, ToolResourcesField as ToolResources, EditorFieldProps as ToolResourcesProps, ToolsField as Tools, EditorFieldProps as ToolsProps, TopPField as TopP, EditorFieldProps as TopPProps };
}
/** Props of `AssistantEditor.Actions`. */
type ActionsProps$1 = Omit<PrimitiveProps<'div'>, 'children' | 'asChild'>;
/** Props of `AssistantPicker`. */
interface AssistantPickerProps extends Omit<ComponentProps<'button'>, 'onSelect' | 'children'> {
  /** The selected assistant, or undefined for none. */
  assistantId: string | undefined;
  /** Called with the id of a newly selected assistant, not when the current one is selected again. */
  onSelect: (assistantId: string) => void;
}
/**
 * Selects an assistant: a button with the current name, and a listbox with names, models and descriptions that opens
 * below it. Lists the newest hundred assistants. The listbox is loaded on first use and opens in the top layer, where
 * no ancestor clips it; Escape, Tab and a click outside close it. Renders a `<div>` around a `<button>`, which receives
 * the props. Requires a `<ThreadkitProvider>`.
 */
declare function AssistantPicker({ assistantId, onSelect, onClick, onKeyDown, onPointerEnter, onFocus, ref, ...props }: AssistantPickerProps): ReactNode;
/** Limits for the files of a message. */
interface AttachmentLimits {
  /** Maximum number of files. @defaultValue 10, the limit of the API */
  readonly fileCount: number;
  /** Maximum size of a file in bytes. @defaultValue 20 MiB, the default of Threadkit's server */
  readonly fileBytes: number;
  /** Accepted types in the format of the `accept` attribute: `image/*, text/csv, .pdf`. @defaultValue all types */
  readonly accept: string;
}
/**
 * The text of one composer. The text is in the DOM and not in React state, so that typing renders nothing; this
 * object is the only code that writes it. Methods that write do nothing while no `Composer.Input` is mounted.
 */
interface ComposerField {
  /** `''` while no input is mounted. */
  getText(): string;
  /** The `<textarea>`, for its selection and focus; null while no input is mounted. */
  getElement(): HTMLTextAreaElement | null;
  /** Replaces the text and saves it as draft. Does not focus the field. */
  setText(text: string): void;
  /** Replaces the characters from `from` up to `to`, focuses the field, and puts the caret after the new text. */
  replaceRange(text: string, from: number, to: number): void;
  /** Inserts `text` on lines before the current text, focuses the field, and puts the caret at its end. */
  prepend(text: string): void;
  /** Focuses the field without scrolling. */
  focus(): void;
  /** Calls `listener` with each new text, typed or set. Returns a function that unsubscribes. */
  subscribe(listener: (text: string) => void): () => void;
}
/** Props of `Composer.Root`. */
interface ComposerRootProps extends Omit<PrimitiveProps<'form'>, 'onSubmit'> {
  /** A run is active: the button queues text, and stops the run while the field is empty. @defaultValue false */
  isBusy?: boolean | undefined;
  /** A message without text can be sent, for example with an image. @defaultValue false */
  canSendEmpty?: boolean | undefined;
  /** Why the message cannot be sent yet. Shown in the hint; the text stays in the field. */
  blockedReason?: string | undefined;
  /** Called with the trimmed text; the field is empty by then. */
  onSend: (text: string) => void;
  /** Called on a submit without text while `isBusy`, as by the stop button. */
  onStop?: (() => void) | undefined;
  /** Called on ↑ in an empty field, to edit the message that was sent last. */
  onEditLast?: (() => void) | undefined;
  /** A tool call waits for the user's decision: the hint says so. @defaultValue false */
  isWaiting?: boolean | undefined;
  /** From `useDraft`: saves the text for its thread, and restores it when the thread is shown again. */
  draft?: Draft | undefined;
  /** From `useComposerField`, for code outside of this component that sets the text. @defaultValue its own */
  field?: ComposerField | undefined;
}
/**
 * The form in which a message is written. The text is not React state, so that typing renders nothing else. Renders a
 * `<form>`.
 */
declare function ComposerRoot({ isBusy, canSendEmpty, blockedReason, onSend, onStop, onEditLast, isWaiting, draft, field: givenField, ref, children, ...props }: ComposerRootProps): ReactNode;
/** The bordered box around the field and its buttons. Renders a `<div>`. */
declare function ComposerBox(props: PrimitiveProps<'div'>): ReactNode;
/** One button with three actions: send, queue, stop the run. Renders a `<button>`. */
declare function ComposerSend(props: PrimitiveProps<'button'>): ReactNode;
/** The line below the box: what will happen to the text, and the keys. Describes the field. Renders a `<p>`. */
declare function ComposerHint(props: Omit<PrimitiveProps<'p'>, 'children' | 'asChild'>): ReactNode;
/** One item of the list above the composer. */
interface Suggestion {
  /** Unique within the list. */
  readonly id: string;
  /** The text of the option. Items given as an array are searched by it. */
  readonly label: string;
  /** A short description. */
  readonly detail?: string | undefined;
}
/** Provides suggestions and handles the one that is picked. */
interface SuggestionSource<T extends Suggestion = Suggestion> {
  /**
   * An array, searched by label, or a function that returns the suggestions for the text after the trigger character,
   * best first. The query may be empty. The signal is aborted when the query changes.
   */
  readonly items: readonly T[] | ((query: string, signal: AbortSignal) => readonly T[] | Promise<readonly T[]>);
  /**
   * Returns the text that replaces the trigger character and the query. Return undefined to remove them, for a command
   * that is executed at once. @defaultValue the trigger character and the label
   */
  onPick?(item: T): string | undefined;
}
/** A character that opens a list of suggestions when a word starts with it. */
interface SuggestionTrigger<T extends Suggestion = Suggestion> extends SuggestionSource<T> {
  /** One character: `'/'`, `'@'`, `'#'`. */
  readonly char: string;
  /** Accessible name of the list, such as "Commands". */
  readonly label: string;
  /** `start`: only in the first word of the text, as for commands. @defaultValue 'word' */
  readonly at?: 'start' | 'word' | undefined;
}
/** Props of `Chat.Composer`. */
interface ChatComposerProps extends Omit<ComposerRootProps, 'asChild' | 'blockedReason' | 'canSendEmpty' | 'draft' | 'field' | 'isBusy' | 'isWaiting' | 'onEditLast' | 'onSend' | 'onStop'> {
  /** Suggestions for "/" at the start of a message. */
  commands?: SuggestionSource | undefined;
  /** Suggestions for "@" in a message. */
  mentions?: SuggestionSource | undefined;
  /**
   * Limits for the files of a message; `false` for no files. Files can be attached if the backend stores them.
   * @defaultValue ten files of 20 MiB, of any type
   */
  attachments?: Partial<AttachmentLimits> | false | undefined;
  /** The layout, made of `Composer` parts and `Chat.Attachments`. @defaultValue the box with all of them, and the hint */
  children?: ReactNode;
}
/**
 * The composer of the thread. It sends, queues and stops, keeps the draft, and restores queued messages as drafts.
 * Renders a `<form>`.
 */
declare function ChatComposer({ commands, mentions, attachments, children, ...props }: ChatComposerProps): ReactNode;
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
/** The prices of a model's tokens, in units of the currency (dollars, not cents). */
interface TokenPrices {
  /** ISO 4217: `'USD'`. */
  readonly currency: string;
  /** Price of one million input tokens, in `currency`. */
  readonly inputPerMillion: number;
  /** For input tokens from the provider's cache. @defaultValue `inputPerMillion` */
  readonly cachedInputPerMillion?: number | undefined;
  /** Price of one million output tokens, in `currency`. */
  readonly outputPerMillion: number;
}
/** An entry of a key-value list. */
interface KeyValue {
  /** The name shown before the value. */
  readonly label: string;
  /** The value as text. */
  readonly value: string;
  /** The value that `value` replaces. Shown struck through. */
  readonly previousValue?: string | undefined;
}
/** Labels of a tool. Defaults are derived from its name and arguments. */
interface ToolLabels<I> {
  /** The question of an approval: "Roll back checkout-api to 2026.11.18-1?" */
  question?: ((args: I) => string) | undefined;
  /** Label of the approve button: "Roll back". */
  action?: string | undefined;
  /** Label while the call runs: "Rolling back". */
  running?: string | undefined;
  /** Label when the call is done: "Rolled back". */
  done?: string | undefined;
  /** The one or two arguments that distinguish a call from others. Called with partial arguments while they stream. */
  detail?: ((args: PartialDeep<I>) => string) | undefined;
  /** The list below the question of an approval. */
  keyValues?: ((args: I) => readonly KeyValue[]) | undefined;
}
/** Renders the details of a call of type `C`, below its row. */
type ToolCallRenderer<C> = (props: {
  call: C;
}) => ReactNode;
/** Created by {@link toolView}, which checks the types that are erased here. */
interface ToolView {
  /** The tool whose calls are customized. Matched by its name. A tool that only the server has is known by its name alone. */
  readonly tool: Pick<AnyTool, 'name'> & Partial<Pick<AnyTool, 'jsonSchema'>>;
  readonly labels: ToolLabels<unknown> | undefined;
  /** Rendered below the call's row, in place of the default details. */
  readonly render: ToolCallRenderer<ToolCallState> | undefined;
}
/** Options of `toolView`. */
interface ToolViewOptions<T extends AnyTool> {
  /** Labels of the row and the approval. @defaultValue derived from the tool's name and arguments */
  labels?: ToolLabels<T extends Tool<string, infer I> ? I : never> | undefined;
  /** Renders below the call's row. @defaultValue the arguments and the output */
  render?: ToolCallRenderer<ToolCallState<T>> | undefined;
}
/**
 * Customizes the calls of one tool: labels for its row and its approval, a render function, or both. A function alone is
 * the render function. A view cannot replace an approval, so that it cannot hide what the user approves.
 *
 * @param tool - The tool, or the name of one that only the server has, whose arguments are `unknown`.
 */
declare function toolView(tool: string, view: ToolCallRenderer<ToolCallState> | ToolViewOptions<Tool>): ToolView;
declare function toolView<T extends AnyTool>(tool: T, view: ToolCallRenderer<ToolCallState<NoInfer<T>>> | ToolViewOptions<NoInfer<T>>): ToolView;
/** Open state, controlled or uncontrolled. */
interface CollapsibleProps {
  /** Controlled open state. */
  open?: boolean | undefined;
  /** Uncontrolled initial state. @defaultValue false */
  defaultOpen?: boolean | undefined;
  /** Called when the user opens or closes the part. */
  onOpenChange?: ((open: boolean) => void) | undefined;
}
/** Props of an icon: those of `<svg>`. */
type SvgIconProps = Omit<ComponentProps<'svg'>, 'children'>;
/** Icons of the kinds of steps (`function`, `code`, `search`, `reasoning`), then of the states of runs, steps and notices. */
type IconName = 'function' | 'code' | 'search' | 'reasoning' | 'queued' | 'live' | 'done' | 'stopped' | 'failed' | 'waiting' | 'incomplete' | 'content-filter' | 'interrupted';
/** Props of `Icon`. */
interface IconProps extends SvgIconProps {
  /** The icon to draw. */
  name: IconName;
}
/** Icon of a step, a run status or a notice. Renders an `<svg>`. */
declare function Icon({ name, ...props }: IconProps): ReactNode;
/** Props of `RunStep.Root`. */
interface RunStepRootProps extends PrimitiveProps<'div'>, CollapsibleProps {
  /** The icon on the thread line. */
  icon: IconName;
  /** Status of the step, or state of the tool call. Selector: `[data-status]`. */
  status?: string | undefined;
}
/** One step of a run: a row on the thread line, with optional collapsible content. Renders a `<div>`. */
declare function RunStepRoot({ icon, status, children, ...props }: RunStepRootProps): ReactNode;
/** Props of `RunStep.Trigger`. */
type RunStepTriggerProps = PrimitiveProps<'button'>;
/** Button that toggles the step's content, with a trailing chevron. Renders a `<button>`. */
declare function RunStepTrigger({ children, ...props }: RunStepTriggerProps): ReactNode;
/** Props of `RunStep.Row`. */
type RunStepRowProps = PrimitiveProps<'div'>;
/** The row of a step without content. Renders a `<div>`. */
declare function RunStepRow(props: RunStepRowProps): ReactNode;
/** Props of `RunStep.Label`. */
type RunStepLabelProps = PrimitiveProps<'span'>;
/** What the step did, as a verb phrase. Renders a `<span>`. */
declare function RunStepLabel(props: RunStepLabelProps): ReactNode;
/** Props of `RunStep.Detail`. */
type RunStepDetailProps = PrimitiveProps<'span'>;
/** Details that distinguish the step, truncated to one line. Renders a `<span>`. */
declare function RunStepDetail(props: RunStepDetailProps): ReactNode;
/** Props of `RunStep.Duration`. */
type RunStepDurationProps = PrimitiveProps<'span'>;
/** How long the step took. Renders a `<span>`. */
declare function RunStepDuration(props: RunStepDurationProps): ReactNode;
/** Props of `RunStep.Content`. */
type RunStepContentProps = PrimitiveProps<'div'>;
/** Content that the trigger toggles: children are rendered only while open. Renders a `<div>`. */
declare function RunStepContent(props: RunStepContentProps): ReactNode;
declare namespace index_d_exports$4 {
  export { RunStepContent as Content, RunStepContentProps as ContentProps, RunStepDetail as Detail, RunStepDetailProps as DetailProps, RunStepDuration as Duration, RunStepDurationProps as DurationProps, RunStepLabel as Label, RunStepLabelProps as LabelProps, RunStepRoot as Root, RunStepRootProps as RootProps, RunStepRow as Row, RunStepRowProps as RowProps, RunStepTrigger as Trigger, RunStepTriggerProps as TriggerProps };
}
/** Props of `Reasoning`. */
interface ReasoningProps extends Omit<ComponentProps<typeof RunStepRoot>, 'icon' | 'status'> {
  /** What the model showed of its reasoning, as markdown. With an empty text the row does not expand. */
  text: string;
  /** The status of the step. */
  stepStatus: RunStepStatus;
  /** Elapsed milliseconds. */
  durationMs?: number | undefined;
}
/** Props of `Thread.StarterPrompts`. */
interface ThreadStarterPromptsProps extends Omit<PrimitiveProps<'ul'>, 'children' | 'asChild' | 'onSelect'> {
  /** First messages to choose from. At most four are shown, and only with `onSelect`. */
  starterPrompts: readonly string[];
  /** Called with the prompt that was chosen. */
  onSelect: (prompt: string) => void;
}
/** First messages to choose from, a row each. Renders a `<ul>`. */
declare function ThreadStarterPrompts({ starterPrompts, onSelect, ...props }: ThreadStarterPromptsProps): ReactNode;
/** Props of `Thread.Empty`. */
interface ThreadEmptyProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild' | 'onSelect'> {
  /** The first line, in larger type. */
  greeting?: string | undefined;
  /** What this assistant is for, in one sentence. */
  description?: string | undefined;
  /** First messages to choose from. At most four are shown, and only with `onSelect`. */
  starterPrompts?: readonly string[] | undefined;
  /** Called with the prompt that was chosen. */
  onSelect?: ((prompt: string) => void) | undefined;
}
/** The content of a thread without messages. Renders a `<div>`. */
declare function ThreadEmpty({ greeting, description, starterPrompts, onSelect, ...props }: ThreadEmptyProps): ReactNode;
/** The user's decision about a call in this page. */
type Decision = 'approved' | 'declined';
/** Props of `ToolCall`. */
interface ToolCallProps extends Omit<ComponentProps<typeof RunStepRoot>, 'icon' | 'status'> {
  /** The call in the run step. */
  call: StepToolCall;
  /** The status of the step of the call. */
  stepStatus: RunStepStatus;
  /**
   * The stored step of the call. With it, passages of a file search are loaded when a person opens a result; needs a `ThreadkitProvider`.
   * @defaultValue none: only the passages in the call are shown
   */
  step?: Pick<RunStepObject, 'id' | 'run_id' | 'thread_id'> | undefined;
  /** The state of the call in this page, if it has one. */
  live?: ToolCallState | undefined;
  /** Elapsed milliseconds. */
  durationMs?: number | undefined;
  /** The user's decision. */
  decision?: Decision | undefined;
}
/** A tool call: a row on the thread line that expands to its input and output. Renders a `<div>`. */
declare function ToolCall({ call, stepStatus, step, live, durationMs, decision, ...props }: ToolCallProps): ReactNode;
/** Props of `Message.Root`. */
interface MessageRootProps extends PrimitiveProps<'article'> {
  /** The author of the message. Sets the accessible name and the layout. Selector: `[data-role]`. */
  role: 'user' | 'assistant';
  /** The delivery state of the message. Selector: `[data-phase]`. */
  phase?: 'sending' | 'failed' | 'live' | 'stored' | undefined;
}
/** One message. User messages are tinted and at the end of the row. Renders an `<article>`. */
declare function MessageRoot({ role, phase, ...props }: MessageRootProps): ReactNode;
/** Props of `Message.Content`. */
interface MessageContentProps extends Omit<PrimitiveProps<'div'>, 'children' | 'content' | 'asChild'> {
  /**
   * The message whose parts, citations and files are rendered. With `thread_id` and `run_id`, and in a `ThreadkitProvider`, the passages of
   * citations are loaded when a person points at them.
   */
  message: Pick<MessageObject, 'role' | 'content' | 'attachments'> & Partial<Pick<MessageObject, 'thread_id' | 'run_id'>>;
  /** More content will follow. @defaultValue false */
  isStreaming?: boolean | undefined;
  /** Renders one part. @defaultValue `Message.Part` */
  children?: ((part: MessagePartProps, index: number) => ReactNode) | undefined;
}
/** The parts of a message in order, and their sources. Renders a `<div>`. */
declare function MessageContent({ message, isStreaming, children, ...props }: MessageContentProps): ReactNode;
/** Props of `Message.Part`. */
interface MessagePartProps {
  /** A content part of the contract. Parts of unknown types are shown as text. */
  part: MessageContentPart;
  /** The author. The text of users is not rendered as markdown. */
  role: MessageObject['role'];
  /** More content will follow. @defaultValue false */
  isStreaming?: boolean | undefined;
}
/** One part of a message: text, refusal or image. Renders one element. */
declare function MessagePart({ part, role, isStreaming }: MessagePartProps): ReactNode;
/** Props of `Chat.Message`. */
interface ChatMessageProps extends Omit<MessageRootProps, 'asChild' | 'phase' | 'role'> {
  /** The key of a row of `useTimeline` with the kind `message`. */
  messageKey: string;
  /** The first message that arrived while the user was away. @defaultValue false */
  isFirstUnread?: boolean | undefined;
  /** @defaultValue the unread divider, the content, the actions and the failure */
  children?: ReactNode;
}
/**
 * A message that no run created: the user's, or one that the thread was created with. Renders an `<article>`, or
 * nothing if the message is not in the thread.
 */
declare const ChatMessage: MemoExoticComponent<(props: ChatMessageProps) => ReactNode>;
/** Props of `Chat.Run`. */
interface ChatRunProps extends ComponentProps<'div'> {
  /** The id of a run of the thread, from a row of `useTimeline`. */
  runId: string;
  /** The user message that the run responds to. */
  questionKey: string | undefined;
  /** The run is the last row. Its outcome offers an action only then. */
  isLast: boolean;
  /** The first response that arrived while the user was away. @defaultValue false */
  isFirstUnread?: boolean | undefined;
  /** @defaultValue the unread divider, the items and the footer */
  children?: ReactNode;
}
/**
 * One run on a thread line: its steps, its responses, its approvals and its outcome. Each part subscribes to its own data.
 * Renders a `<div>`.
 */
declare const ChatRun: MemoExoticComponent<(props: ChatRunProps) => ReactNode>;
/** Components that replace parts of a chat. Each must keep its identity between renders; the object need not. */
interface ChatComponents {
  /** A message that no run created. @defaultValue `Chat.Message` */
  readonly Message?: ComponentType<ChatMessageProps> | undefined;
  /** The steps, the responses and the outcome of one run. @defaultValue `Chat.Run` */
  readonly Run?: ComponentType<ChatRunProps> | undefined;
  /** One tool call within a run. Calls that wait for the user are in the approval instead. @defaultValue `ToolCall` */
  readonly ToolCall?: ComponentType<ToolCallProps> | undefined;
  /** The reasoning of the model in one step of a run. @defaultValue `Reasoning` */
  readonly Reasoning?: ComponentType<ReasoningProps> | undefined;
  /** The form below the conversation. Only `Chat` renders it. @defaultValue `Chat.Composer` */
  readonly Composer?: ComponentType<ChatComposerProps> | undefined;
  /** What an empty thread shows. @defaultValue `Thread.Empty` */
  readonly Empty?: ComponentType<Pick<ThreadEmptyProps, 'greeting' | 'description'>> | undefined;
}
/** Rating of a response; undefined for none. */
type Rating = 'up' | 'down' | undefined;
/** A user's rating of a response. */
interface ResponseFeedback {
  /** The thread of the rated response. */
  readonly threadId: string;
  /** The run that created the rated response. */
  readonly runId: string;
  /** The last message of the response. */
  readonly messageId: string;
  /** Undefined when the user withdraws the rating. */
  readonly rating: Rating;
}
/** Options of a chat that are not those of its thread. */
interface ChatOptions {
  /** How calls of particular tools are rendered; see `toolView`. */
  toolViews?: readonly ToolView[] | undefined;
  /** The language; also sets `lang` of the element. @defaultValue that of a `<LocaleProvider>` around it, else English */
  locale?: LocaleStrings | undefined;
  /**
   * What this assistant is for, in one sentence. Shown while the thread is empty; `""` for nothing.
   * @defaultValue a greeting with the assistant's name and description
   */
  description?: string | undefined;
  /**
   * First messages to choose from while the thread is empty. At most four are shown; `[]` for none.
   * @defaultValue three that suit any assistant
   */
  starterPrompts?: readonly string[] | undefined;
  /** Adds two rating buttons to each response, and is called when one is pressed. */
  onFeedback?: ((feedback: ResponseFeedback) => void) | undefined;
  /**
   * Called with an error that a message, a step, an approval or one of the app's components in them threw while it
   * rendered. A notice takes its place; the rest of the thread stays.
   */
  onRenderError?: ((error: Error) => void) | undefined;
  /** Prices of tokens, by a run's `model`. Shown in the details of a response. May be inline. */
  prices?: Readonly<Record<string, TokenPrices>> | undefined;
  /**
   * How a tab in the background shows that a tool call waits for the user: in the page's title, or also with a system
   * notification, if the user has already granted the permission. Never requests it. @defaultValue neither
   */
  notifyWhenWaiting?: 'title' | 'notification' | undefined;
  /** Components that replace parts of the chat. */
  components?: ChatComponents | undefined;
}
/** Props of `Chat.Root`. */
interface ChatRootProps extends UseThreadOptions, ChatOptions, ComponentProps<'div'> {
  /** Called with each thread the chat itself opens: a new thread, a branch, or the original of a branch. */
  onThreadIdChange?: UseThreadOptions['onThreadIdChange'];
}
/**
 * One thread and the state that the parts of a chat share: the other `Chat` parts, and the parts of `Thread`, go inside.
 * Escape stops the active run. Renders a `<div>`; needs a `<ThreadkitProvider>`.
 */
declare function ChatRoot({ assistantId, threadId, defaultThreadId, onThreadIdChange, newChatKey, tools, whenBusy, runParams, toolViews, locale, description, starterPrompts, onFeedback, onRenderError, prices, notifyWhenWaiting, components, onKeyDown, children, ...props }: ChatRootProps): ReactNode;
/** Props of `Chat`. */
interface ChatProps extends Omit<ChatRootProps, 'children'>, Pick<ChatComposerProps, 'commands' | 'mentions' | 'attachments'> {}
/**
 * A whole conversation with an assistant: responses as they are written, tool calls, approvals, and the outcome of each
 * run. Fills the height of its container. Renders a `<div>`; needs a `<ThreadkitProvider>`.
 *
 * Composed of exported parts only; see the guide "Compose your own chat".
 */
declare function Chat$1({ commands, mentions, attachments, ...props }: ChatProps): ReactNode;
/**
 * Notice that a thread was copied from another one, with a button that opens that one. Shown only
 * if the copy was made in this chat or the list of threads is in the cache. Sends no request. Renders a
 * `<p>`, or nothing.
 */
declare function BranchNotice(): ReactNode;
/**
 * The files of the message that is being written: their list, the button that adds files, and the drop zone over the
 * thread. Renders these elements side by side, or nothing if the backend stores no files.
 */
declare function ChatAttachments(): ReactNode;
/** The greeting and the description of an empty thread. Renders the `Empty` component of the chat. */
declare function ChatEmpty(): ReactNode;
/** First messages to choose from, while the thread is empty. Renders a `<div>`, or nothing. */
declare function ChatStarterPrompts(): ReactNode;
/** Props of `ErrorNotice`. */
interface ErrorNoticeProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
  /** The error to describe. Its message, status and request id are under "Details". */
  error: ThreadkitError;
  /** Called by "Retry", which is shown only with this prop. */
  onRetry?: (() => void) | undefined;
  /** Milliseconds until the retry is allowed. @defaultValue 0 */
  retryAfterMs?: number | undefined;
}
/** An error that belongs to no run and no message, with a retry action. Renders a `<div>`. */
declare function ErrorNotice({ error, onRetry, retryAfterMs, ...props }: ErrorNoticeProps): ReactNode;
/** Props of `Chat.Error`. */
type ChatErrorProps = Omit<ErrorNoticeProps, 'error' | 'onRetry' | 'retryAfterMs'>;
/** The last error that no message, run or approval shows, with a retry button. Renders a `<div>`, or nothing. */
declare function ChatError(props: ChatErrorProps): ReactNode;
/** Props of `Queue`. */
interface QueueProps extends Omit<PrimitiveProps<'ol'>, 'children' | 'asChild'> {
  /** The messages that wait for the active run, first to last. */
  queue: readonly QueuedInput[];
  /** Called to return a queued message to the composer. */
  onEdit: (input: QueuedInput) => void;
  /** Called with the `key` of the message whose remove button was pressed. */
  onRemove: (key: string) => void;
  /** Called to stop the active run and send a queued message next. Omit to hide the button. */
  onSendNow?: ((key: string) => void) | undefined;
}
/** The queued messages in order. Renders an `<ol>`, or nothing for an empty queue. */
declare function Queue({ queue, onEdit, onRemove, onSendNow, ...props }: QueueProps): ReactNode;
/** Props of `Chat.Queue`. */
type ChatQueueProps = Omit<QueueProps, 'queue' | 'onEdit' | 'onRemove' | 'onSendNow'>;
/** The messages that wait for the active run to end. Renders an `<ol>`, or nothing for an empty queue. */
declare function ChatQueue(props: ChatQueueProps): ReactNode;
/**
 * The messages and the runs of the thread, or its empty, loading or error state. Renders these elements side
 * by side; place it inside `Thread.Viewport`. Re-renders when rows are added or removed, not when text grows.
 */
declare function ChatTimeline(): ReactNode;
/**
 * Button that loads older messages. After a failure the reason is shown beside the button and announced, and the button
 * retries. Renders a `<div>`, and nothing once all messages are loaded.
 */
declare function ChatLoadOlder(): ReactNode;
/**
 * Copy, edit and delete below a stored message, or the confirmation before it is deleted. Only the user's messages can be
 * edited and deleted, and only while no run is active. Renders a `<div>`, or nothing.
 */
declare function ChatMessageActions(): ReactNode;
/** Why a message was not sent, with retry and discard. Renders a `<div>`, and nothing for other messages. */
declare function ChatMessageFailure(): ReactNode;
/** Props of `Chat.MessageContent`. */
type ChatMessageContentProps = Omit<MessageContentProps, 'message' | 'isStreaming'>;
/** The content of a message, or the form in which it is edited. Renders a `<div>` or a `<form>`. */
declare function ChatMessageContent(props: ChatMessageContentProps): ReactNode;
/** Props of `Chat.RunStep`. */
interface ChatRunStepProps {
  /** The id of a step of the run around this part. */
  stepId: string;
}
/**
 * The tool calls of one step of the run, a row each, or its reasoning. Calls that wait for the user are in the approval instead.
 * Renders the rows side by side.
 */
declare function ChatRunStep({ stepId }: ChatRunStepProps): ReactNode;
/**
 * The end of the thread line: progress and approvals of an active run, else its summary or its outcome. Renders these
 * elements side by side, or nothing.
 */
declare function ChatRunFooter(): ReactNode;
/** The steps and the messages of a run, in their order. Renders these elements side by side. */
declare function ChatRunItems(): ReactNode;
/** Props of `Chat.RunMessage`. */
interface ChatRunMessageProps {
  /** The key of an item of `useRunItems` with the kind `message`. */
  messageKey: string;
}
/**
 * One message of the run. Each part of it subscribes to its own data; the message is announced once it is complete. Renders an
 * `<article>`.
 */
declare function ChatRunMessage({ messageKey }: ChatRunMessageProps): ReactNode;
/**
 * A thread: its viewport, and what is below it. Its `lang` is that of the `LocaleProvider` around it, which is probably
 * the language of the messages as well. Renders a `<div>`.
 */
declare function ThreadRoot(props: PrimitiveProps<'div'>): ReactNode;
/**
 * The scrolling part of a thread, a labeled log. It follows the end until the user scrolls up. Screen readers do not
 * read streamed text (`aria-live="off"`); `Announcer` announces what is complete. Alt with an arrow key moves the focus
 * from message to message. Renders a `<div>` with a column in it.
 */
declare function ThreadViewport({ ref, children, onKeyDown, ...props }: PrimitiveProps<'div'>): ReactNode;
/** Props of `Thread.ScrollToBottom`. */
interface ThreadScrollToBottomProps extends PrimitiveProps<'button'> {
  /** The number of unread responses, shown beside the arrow. @defaultValue 0 */
  unreadCount?: number | undefined;
}
/** Button that scrolls to the end, visible while the end is not followed. Renders a `<button>`. */
declare function ThreadScrollToBottom({ unreadCount, onClick, ...props }: ThreadScrollToBottomProps): ReactNode;
/** The area below the viewport, for `Thread.ScrollToBottom` and `Thread.Dock`. Renders a `<div>`. */
declare function ThreadFooter(props: PrimitiveProps<'div'>): ReactNode;
/** Notices, the queue and the composer, in the column of the messages. Renders a `<div>`. */
declare function ThreadDock({ children, ...props }: PrimitiveProps<'div'>): ReactNode;
/** Placeholder lines for messages that load, visible after a short delay. Renders a `<div>`. */
declare function ThreadLoading(props: Omit<PrimitiveProps<'div'>, 'children' | 'asChild'>): ReactNode;
/** Props of `Chat.ScrollToBottom`. */
type ChatScrollToBottomProps = Omit<ThreadScrollToBottomProps, 'unreadCount'>;
/** `Thread.ScrollToBottom` with the number of unread responses. Renders a `<button>`. */
declare function ChatScrollToBottom(props: ChatScrollToBottomProps): ReactNode;
/**
 * Divider above the first unread response. It is placed in the gap between two rows, so that nothing moves when it is
 * removed. Renders a `<div>`.
 */
declare function UnreadDivider(): ReactNode;
/** The connected parts of a chat. All but `Root` go inside of `Chat.Root`. */
interface ChatParts {
  /**
   * One thread and the state that the parts of a chat share: the other `Chat` parts, and the parts of `Thread`, go
   * inside. Renders a `<div>`; needs a `<ThreadkitProvider>`.
   */
  readonly Root: typeof ChatRoot;
  /**
   * The messages and the runs of the thread, or its empty, loading or error state. Renders these elements side by
   * side; place it inside `Thread.Viewport`.
   */
  readonly Timeline: typeof ChatTimeline;
  /** The greeting and the description of an empty thread. Renders the `Empty` component of the chat. */
  readonly Empty: typeof ChatEmpty;
  /** Button that loads older messages. Renders a `<div>`, and nothing once all messages are loaded. */
  readonly LoadOlder: typeof ChatLoadOlder;
  /** Notice that a thread was copied from another one, with a button that opens that one. Renders a `<p>`, or nothing. */
  readonly BranchNotice: typeof BranchNotice;
  /** Divider above the first unread response. Renders a `<div>`. */
  readonly UnreadDivider: typeof UnreadDivider;
  /**
   * A message that no run created: the user's, or one that the thread was created with. Renders an `<article>`, or
   * nothing if the message is not in the thread.
   */
  readonly Message: typeof ChatMessage;
  /** The content of a message, or the form in which it is edited. Renders a `<div>` or a `<form>`. */
  readonly MessageContent: typeof ChatMessageContent;
  /**
   * Copy, edit and delete below a stored message, or the confirmation before it is deleted. Renders a `<div>`, or
   * nothing.
   */
  readonly MessageActions: typeof ChatMessageActions;
  /** Why a message was not sent, with retry and discard. Renders a `<div>`, and nothing for other messages. */
  readonly MessageFailure: typeof ChatMessageFailure;
  /** One run on a thread line: its steps, its responses, its approvals and its outcome. Renders a `<div>`. */
  readonly Run: typeof ChatRun;
  /** The steps and the messages of a run, in their order. Renders these elements side by side. */
  readonly RunItems: typeof ChatRunItems;
  /** One message of the run. Renders an `<article>`. */
  readonly RunMessage: typeof ChatRunMessage;
  /** The tool calls of one step of the run, a row each. Renders the rows side by side. */
  readonly RunStep: typeof ChatRunStep;
  /**
   * The end of the thread line: progress and approvals of an active run, else its summary or its outcome. Renders
   * these elements side by side, or nothing.
   */
  readonly RunFooter: typeof ChatRunFooter;
  /** `Thread.ScrollToBottom` with the number of unread responses. Renders a `<button>`. */
  readonly ScrollToBottom: typeof ChatScrollToBottom;
  /** The last error that no message or run shows, with a retry button. Renders a `<div>`, or nothing. */
  readonly Error: typeof ChatError;
  /** The messages that wait for the active run to end. Renders an `<ol>`, or nothing for an empty queue. */
  readonly Queue: typeof ChatQueue;
  /** The composer of the thread. Renders a `<form>`. */
  readonly Composer: typeof ChatComposer;
  /**
   * The files of the message that is being written: their list, the button that adds files, and the drop zone over
   * the thread. Renders these elements side by side, or nothing if the backend stores no
   * files.
   */
  readonly Attachments: typeof ChatAttachments;
  /** First messages to choose from, while the thread is empty. Renders a `<div>`, or nothing. */
  readonly StarterPrompts: typeof ChatStarterPrompts;
}
/** A complete chat, composed of its own parts: `Chat.Root`, `Chat.Timeline`, `Chat.Composer` and others. */
declare const Chat: typeof Chat$1 & ChatParts;
/** The types of the parts. */
declare namespace Chat {
  type Props = ChatProps;
  type Components = ChatComponents;
  type RootProps = ChatRootProps;
  type MessageProps = ChatMessageProps;
  type MessageContentProps = ChatMessageContentProps;
  type RunProps = ChatRunProps;
  type RunMessageProps = ChatRunMessageProps;
  type RunStepProps = ChatRunStepProps;
  type ScrollToBottomProps = ChatScrollToBottomProps;
  type ErrorProps = ChatErrorProps;
  type QueueProps = ChatQueueProps;
  type ComposerProps = ChatComposerProps;
}
/**
 * The text field. It grows with its text. Enter sends and Shift+Enter breaks the line; on a touch screen without a
 * keyboard Enter breaks the line. Enter that ends an input method's composition does neither. Renders a `<textarea>`.
 */
declare function ComposerInput({ onInput, onKeyDown, ref, ...props }: PrimitiveProps<'textarea'>): ReactNode;
/** Props of `Composer.Suggestions`. */
interface ComposerSuggestionsProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
  /** The characters that open the list, each with its source of suggestions. */
  triggers: readonly SuggestionTrigger[];
}
/**
 * Suggestions above the composer, opened by a trigger character: commands, people, anything with a name. Arrow keys
 * move, Enter and Tab insert, Escape closes. Renders a `<div>` in the page's top layer while open.
 */
declare function ComposerSuggestions({ triggers, ...props }: ComposerSuggestionsProps): ReactNode;
declare namespace index_d_exports$1 {
  export { ComposerBox as Box, BoxProps, ComposerHint as Hint, HintProps, ComposerInput as Input, InputProps, ComposerRoot as Root, ComposerRootProps as RootProps, ComposerSend as Send, SendProps, ComposerSuggestions as Suggestions, ComposerSuggestionsProps as SuggestionsProps };
}
/** Props of `Composer.Box`. */
type BoxProps = PrimitiveProps<'div'>;
/** Props of `Composer.Input`. */
type InputProps = PrimitiveProps<'textarea'>;
/** Props of `Composer.Send`. */
type SendProps = PrimitiveProps<'button'>;
/** Props of `Composer.Hint`. */
type HintProps = Omit<PrimitiveProps<'p'>, 'children' | 'asChild'>;
/**
 * The text field of a composer, for code outside of `Composer.Root` that sets its text or focuses it. Pass it to
 * `Composer.Root` as `field`.
 */
declare function useComposerField(): ComposerField;
/** Returns a function that announces a text to screen readers politely. It does nothing outside of `<Announcer>`. */
declare function useAnnounce(): (text: string) => void;
/** Props of `Announcer`. */
interface AnnouncerProps {
  /** The parts whose announcements are read. */
  children?: ReactNode;
}
/**
 * The polite live region of a conversation. Parts announce complete responses, questions to the user and run outcomes, never
 * single tokens.
 *
 * Each announcement adds an element, so that screen readers queue announcements of the same task. A repeated text is
 * announced again, but only once per task, because React's strict mode runs effects twice.
 */
declare function Announcer({ children }: AnnouncerProps): ReactNode;
/** Props of a button: those of `<button>` and its `variant`. */
interface ButtonProps extends PrimitiveProps<'button'> {
  /** `primary`: filled, the main action · `plain`: bordered · `quiet`: text only · `icon`: a square. */
  variant?: 'primary' | 'plain' | 'quiet' | 'icon' | undefined;
}
/** Props of `Notice.Root`. */
interface NoticeRootProps extends PrimitiveProps<'div'> {
  /** The icon on the thread line. */
  icon: IconName;
  /** `failed` is red. @defaultValue 'plain' */
  tone?: 'plain' | 'failed' | undefined;
}
/** A notice on the thread line: an icon, a text, and at most one action. Renders a `<div>`. */
declare function NoticeRoot({ icon, tone, children, ...props }: NoticeRootProps): ReactNode;
/** Props of `Notice.Text`. */
interface NoticeTextProps extends PrimitiveProps<'p'> {
  /** Rendered in bold before the children. */
  title: string;
}
/** The text: a short title, then a sentence. Renders a `<p>`. */
declare function NoticeText({ title, children, ...props }: NoticeTextProps): ReactNode;
/** The action. Renders a `<button>`. */
declare function NoticeAction(props: ButtonProps): ReactNode;
/** Props of `Notice.Details`. */
interface NoticeDetailsProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
  /** The raw text of the error. */
  text: string;
  /** Request ids and other values for finding the error in a log. */
  keyValues?: readonly KeyValue[] | undefined;
}
/** The raw error text of a notice and a copy button, collapsed by default. Renders a `<div>`. */
declare function NoticeDetails({ text, keyValues, ...props }: NoticeDetailsProps): ReactNode;
declare namespace index_d_exports$3 {
  export { NoticeAction as Action, ButtonProps as ActionProps, NoticeDetails as Details, NoticeDetailsProps as DetailsProps, NoticeRoot as Root, NoticeRootProps as RootProps, NoticeText as Text, NoticeTextProps as TextProps };
}
/**
 * Arabic. Buttons are verbal nouns, which have no gender. Inserted names are isolated, as they may be Latin. The page
 * sets `dir`.
 */
declare const ar: LocaleStrings;
/** German. Addresses the reader as „Sie“. */
declare const de: LocaleStrings;
/** English, the default. */
declare const en: LocaleStrings;
/** Spanish. Addresses the reader as «tú». */
declare const es: LocaleStrings;
/** French. Addresses the reader as « vous ». Spaces before `: ? ! ;` and inside « » do not break. */
declare const fr: LocaleStrings;
/** Japanese: です・ます in sentences, nouns on buttons. A tool's `action` is best a noun, too. */
declare const ja: LocaleStrings;
/** Props of `LocaleProvider`. */
interface LocaleProviderProps {
  /** @defaultValue the locale of the nearest provider above */
  locale?: LocaleStrings | undefined;
  /** The parts whose strings are in this locale. */
  children?: ReactNode;
}
/**
 * Sets the language of all parts below. Parts without a provider are in English. Renders no element: the direction of
 * text is the page's to set, with `dir`.
 *
 * @example
 * ```tsx
 * import { Chat, LocaleProvider } from '@threadkit/ui';
 * import { de } from '@threadkit/ui/locales/de';
 *
 * const page = (
 *   <LocaleProvider locale={de}>
 *     <Chat assistantId="asst_demo" />
 *   </LocaleProvider>
 * );
 * ```
 */
declare function LocaleProvider({ locale, children }: LocaleProviderProps): ReactNode;
/** The strings of the nearest `LocaleProvider`. @defaultValue English */
declare function useStrings(): LocaleStrings;
/** Chinese in simplified characters. */
declare const zh: LocaleStrings;
/** Props of `Markdown`. */
interface MarkdownProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
  /** The markdown source. It may grow between renders: finished blocks are not parsed again. */
  text: string;
  /** More text will follow: incomplete syntax at the end is rendered as if it were complete. @defaultValue false */
  isStreaming?: boolean | undefined;
  /**
   * Components that replace the default elements, merged over those of `MarkdownProvider`. May be inline; define the
   * components outside, because a new component renders all text again.
   */
  components?: MarkdownComponents | undefined;
}
type Tag = 'a' | 'blockquote' | 'code' | 'del' | 'em' | 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'hr' | 'li' | 'ol' | 'p' | 'strong' | 'table' | 'ul';
/** Props of a code block component of Markdown: `codeBlock`, or a language of an extension. */
interface MarkdownCodeProps {
  /** The text of the block, without its fences. */
  code: string;
  /** The language of the fence, `''` without one. */
  language: string;
  /** More code will follow. */
  isStreaming: boolean;
}
/** Props of the `img` component of Markdown. */
interface MarkdownImageProps {
  /** `http` or `https`. Loading it discloses the reader to its server, and the author of the text is untrusted. */
  src: string;
  /** May be empty. */
  alt: string;
  /** The title of the image in the markdown; `undefined` without one. */
  title: string | undefined;
}
/**
 * Components that replace elements. They receive the props of the element, with safe values: links are `http`, `https`
 * and `mailto` only, and children contain no HTML.
 */
type MarkdownComponents = { readonly [T in Tag]?: ElementType<ComponentProps<T>> | undefined; } & {
  /** A code block with its header. @defaultValue `CodeBlock` */
  readonly codeBlock?: ComponentType<MarkdownCodeProps> | undefined;
  /** An image. @defaultValue a link with the image's name, which loads nothing */
  readonly img?: ComponentType<MarkdownImageProps> | undefined;
};
/** Additional syntax in markdown. Created by `math()` and `diagrams()`, or by the app. */
interface MarkdownExtension {
  /** Components for code blocks, by the language of their fence. */
  readonly languages?: Readonly<Record<string, ComponentType<MarkdownCodeProps>>> | undefined;
  /** Renders the tokens of `lexer`, by token type. */
  readonly tokens?: Readonly<Record<string, (token: Token) => ReactNode>> | undefined;
  /** Tokenizers for the additional syntax, in the format of marked's `extensions` option. */
  readonly lexer?: Pick<NonNullable<MarkedOptions['extensions']>, 'inline' | 'block' | 'startInline' | 'startBlock'> | undefined;
}
/**
 * Renders untrusted markdown as elements. Renders a `<div>`.
 *
 * GitHub-flavored Markdown. HTML is shown as text, links are `http`, `https` and `mailto` only, images become links. The
 * parser is loaded on first use; until then, and during server rendering, the text is shown without its markdown syntax.
 * `MarkdownProvider` accepts another `renderer`, such as `Markdown` of `@threadkit/ui/markdown`, which is part of the
 * page's own bundle.
 */
declare function LazyMarkdown({ components, ...props }: MarkdownProps): ReactNode;
/** Props of `MarkdownProvider`. */
interface MarkdownProviderProps {
  /**
   * Components that replace elements. May be inline; define the components outside, because a new component renders all
   * text again.
   */
  components?: MarkdownComponents | undefined;
  /** Additional syntax in markdown. The array may be inline; create its extensions outside of the component. */
  extensions?: readonly MarkdownExtension[] | undefined;
  /**
   * Renders each markdown text. Pass `Markdown` of `@threadkit/ui/markdown` to include the parser in the page's own
   * bundle, so that text is formatted in the first render and during server rendering.
   * @defaultValue the built-in renderer, loaded with the first text; until then text is shown without its markdown syntax
   */
  renderer?: ComponentType<MarkdownProps> | undefined;
  /** The parts whose markdown is configured. */
  children?: ReactNode;
}
/**
 * Configures all markdown below it, around a `Chat` or around parts. Nested providers are merged; the inner one takes
 * precedence.
 */
declare function MarkdownProvider({ renderer, children, ...props }: MarkdownProviderProps): ReactNode;
/** Options of `toMarkdown`. */
interface ToMarkdownOptions {
  /** Heading of the document. */
  title?: string | undefined;
  /** Strings for authors, images and files. @defaultValue English */
  locale?: LocaleStrings | undefined;
  /** Formats the time of a message (Unix seconds), shown after the author. @defaultValue no time */
  time?: ((createdAt: number) => string) | undefined;
}
/**
 * Converts messages to one markdown document. Pure: no clock, no DOM.
 *
 * Assistant messages keep their markdown, with citations as `[1]` and a list of sources; user messages are escaped. Images
 * are names, linked if they have a URL. Messages that another one in the list supersedes are omitted. Run steps and tool
 * calls are not included.
 *
 * @param messages Oldest first.
 */
declare function toMarkdown(messages: readonly MessageObject[], options?: ToMarkdownOptions): string;
/** Props of `Message.Failure`. */
interface MessageFailureProps {
  /** The reason, if known. */
  error?: ThreadkitError | null | undefined;
  /** Sends the message again. Called by "Retry". */
  onRetry: () => void;
  /** Milliseconds until "Retry" is enabled. @defaultValue 0 */
  retryAfterMs?: number | undefined;
  /** Removes the message from the thread. Called by "Discard". */
  onDiscard: () => void;
}
/** Error below a message that was not sent, with buttons to retry and discard. Renders a `<div>`. */
declare function MessageFailure({ error, onRetry, retryAfterMs, onDiscard }: MessageFailureProps): ReactNode;
declare namespace index_d_exports$2 {
  export { MessageContent as Content, MessageContentProps as ContentProps, MessageFailure as Failure, MessageFailureProps as FailureProps, MessagePart as Part, MessagePartProps as PartProps, MessageRoot as Root, MessageRootProps as RootProps };
}
/** What the user can do after a run that did not complete. The label is the string of the same name. */
type OutcomeAction = 'continue' | 'runAgain' | 'askAgain' | 'retry';
/** Props of `RunOutcome`. */
interface RunOutcomeProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
  /** The run. Renders nothing unless it ended without completing. */
  run: RunObject;
  /** An approval was pending when the run expired. @defaultValue false */
  wasPendingApproval?: boolean | undefined;
  /** The run wrote text before it ended. @defaultValue true */
  hasText?: boolean | undefined;
  /** Milliseconds until "Retry" may be pressed; the button counts them down. @defaultValue 0 */
  retryAfterMs?: number | undefined;
  /** Called by the button of the outcome's action. Omit it to hide the button. */
  onAction?: ((action: OutcomeAction) => void) | undefined;
}
/** The outcome of a run that did not complete, with one action. Renders a `<div>`, and nothing for other runs. */
declare function RunOutcome({ run, wasPendingApproval, hasText, retryAfterMs, onAction, ...props }: RunOutcomeProps): ReactNode;
/** Props of `RunStatusLabel`. */
interface RunStatusLabelProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
  /** The status of the run; `sending` before the run exists. Selector: `[data-status]`. */
  status: 'sending' | RunStatus;
  /** Milliseconds since the run began. Shown from the first full second on. */
  elapsedMs?: number | undefined;
  /** Replaces the name of the status: "Running Python". */
  label?: string | undefined;
  /** Replaces the icon of the status. */
  icon?: IconName | undefined;
  /** Milliseconds until the run expires. Shown below two minutes. */
  expiresInMs?: number | undefined;
}
/**
 * The status of a run: icon, label, elapsed time, and the time left if it is short. For active runs, and for ended runs
 * in places too small for `RunOutcome` and `RunSummary`. Renders a `<div>`.
 */
declare function RunStatusLabel({ status, elapsedMs, label, icon, expiresInMs, ...props }: RunStatusLabelProps): ReactNode;
/** Props of `RunSteps`. */
interface RunStepsProps extends PrimitiveProps<'div'> {
  /** Number of rows in `children`. */
  count: number;
  /** The run has ended: more than four rows collapse into one. @defaultValue false */
  isDone?: boolean | undefined;
  /** Milliseconds from the start of the first row to the end of the last one. */
  durationMs?: number | undefined;
}
/** Consecutive steps of one run on the thread line. Renders a `<div>`. */
declare function RunSteps({ count, isDone, durationMs, children, ...props }: RunStepsProps): ReactNode;
/** Props of `RunSummary`. */
interface RunSummaryProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
  /** The run. Its duration and its total tokens are shown. */
  run: RunObject;
  /** Number of tool calls, shown as "3 steps". Messages do not count. */
  stepCount: number;
  /** Returns the text for the copy button. `undefined` if the run wrote no text, which the summary then says. */
  getText: (() => string) | undefined;
  /** Called by the button beside the copy button. Omit it to hide the button. */
  onRegenerate?: (() => void) | undefined;
  /** `replace`: regenerates the response. `append`: sends the question again at the end. @defaultValue 'append' */
  regenerateMode?: 'replace' | 'append' | undefined;
  /** Rendered before the copy button. */
  actions?: ReactNode;
  /** Collapsible content: the summary becomes a button that toggles it. Rendered only while open. */
  details?: ReactNode;
}
/** The duration, steps and tokens of a completed run, with buttons to copy and regenerate. Renders a `<div>`. */
declare function RunSummary({ run, stepCount, getText, onRegenerate, regenerateMode, actions, details, ...props }: RunSummaryProps): ReactNode;
/** Props of `Connection`. */
interface ConnectionProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
  /** The state of the connection, from `useConnection`. */
  connection: ConnectionInfo;
  /** Reconnects at once. Omit it to hide the button. */
  onReconnect?: (() => void) | undefined;
}
/**
 * A notice that the connection to the active run is lost, with the number of attempts. Renders a `<div>`, and nothing while
 * connected.
 */
declare function Connection({ connection, onReconnect, ...props }: ConnectionProps): ReactNode;
declare namespace index_d_exports$5 {
  export { ThreadDock as Dock, DockProps, ThreadEmpty as Empty, ThreadEmptyProps as EmptyProps, ThreadFooter as Footer, FooterProps, ThreadLoading as Loading, LoadingProps, ThreadRoot as Root, RootProps$1 as RootProps, ThreadScrollToBottom as ScrollToBottom, ThreadScrollToBottomProps as ScrollToBottomProps, ThreadStarterPrompts as StarterPrompts, ThreadStarterPromptsProps as StarterPromptsProps, ThreadViewport as Viewport, ViewportProps };
}
/** Props of `Thread.Root`. */
type RootProps$1 = PrimitiveProps<'div'>;
/** Props of `Thread.Viewport`. */
type ViewportProps = PrimitiveProps<'div'>;
/** Props of `Thread.Footer`. */
type FooterProps = PrimitiveProps<'div'>;
/** Props of `Thread.Dock`. */
type DockProps = PrimitiveProps<'div'>;
/** Props of `Thread.Loading`. */
type LoadingProps = Omit<PrimitiveProps<'div'>, 'children' | 'asChild'>;
/** A row: anything with a key that never changes. */
interface LongListRow {
  /** Unique in the list. Must not change while the row is in it. */
  readonly key: string;
}
/** A row as plain text, while it is far from the viewport. */
interface TextRow {
  /** The text without markdown. Line breaks are kept. */
  readonly text: string;
  /** The accessible name: who wrote the message. */
  readonly label?: string | undefined;
  /** The role of the message. Selector: `[data-role]`. */
  readonly role?: string | undefined;
}
/** Props of `LongList`. */
interface LongListProps<T extends LongListRow> extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
  /** First to last. Keep the reference while no row is added or removed. */
  rows: readonly T[];
  /** Renders a row that is near the viewport. */
  renderRow: (row: T, index: number) => ReactNode;
  /** Returns a row as plain text, for rows far from the viewport. Called once per row; must not change. */
  getTextRow: (row: T) => TextRow;
}
/**
 * A long list that renders only the rows near the viewport. The others are plain text in the document, under
 * `content-visibility: auto`, so that find in page, selections, screen readers and print reach all of them. Renders a
 * `<div>`; scrolls with the scrolling element around it.
 *
 * A row in use (open, selected, focused, `data-live`) stays rendered wherever it is.
 */
declare function LongList<T extends LongListRow>({ rows, renderRow, getTextRow, ref, ...props }: LongListProps<T>): ReactNode;
/** Props of `ThreadList`. */
interface ThreadListProps extends Omit<ComponentProps<'nav'>, 'onSelect'> {
  /** Id of the open thread. */
  threadId?: string | undefined;
  /** Called with the id of the thread that the user opens. */
  onSelect: (threadId: string) => void;
  /** Starts a new thread. Also called after the open thread was deleted. */
  onNew: () => void;
  /** Ids of the threads the app knows, newest first: shown when the backend cannot list threads. May be inline. */
  ids?: readonly string[] | undefined;
  /** Rendered below the list. */
  children?: ReactNode;
}
/**
 * The user's threads, grouped by the day of the last visit: open, search, rename and delete. Titles are read from
 * `metadata.title`; the day of the last visit is stored in `metadata.tk_visited_on`, at most once a day for the open
 * thread. Fills the height of its container. Renders a `<nav>`; requires a `<ThreadkitProvider>`.
 *
 * Keys: arrows, Home and End move between rows, F2 renames, Delete asks for confirmation.
 */
declare function ThreadList({ threadId, onSelect, onNew, ids, children, ...props }: ThreadListProps): ReactNode;
/** A call that waits for a decision of the user. */
type WaitingCall = Extract<ToolCallState, {
  state: 'waiting';
}>;
/** Props of `ToolApproval.Prompt`. */
interface ApprovalPromptProps {
  /** The calls that wait for the user's decision; at least one. */
  calls: readonly WaitingCall[];
  /** The current time in Unix milliseconds. */
  now: number;
  /** Returns the JSON schema of a tool's arguments, which provides the options of enum fields. */
  getSchema?: ((name: string) => JsonSchema | undefined) | undefined;
  /** Called after a call was approved or declined. */
  onDecide?: ((toolCallId: string, decision: Decision) => void) | undefined;
}
/**
 * One approval for all waiting calls: a single call with its details, several with a row each. Renders a
 * `ToolApproval.Root`, or nothing without calls.
 */
declare function ApprovalPrompt(props: ApprovalPromptProps): ReactNode;
/**
 * The box of an approval. It takes the focus on mount, unless another element is in use. The box takes it and not a
 * button, so that a pressed key does not decide. Renders a `<section>`.
 */
declare function ToolApprovalRoot({ ref, children, ...props }: PrimitiveProps<'section'>): ReactNode;
/** The question: the accessible name of the box. Renders a `<p>`. */
declare function ToolApprovalQuestion(props: PrimitiveProps<'p'>): ReactNode;
/** The row of buttons. Renders a `<div>`. */
declare function ToolApprovalActions(props: PrimitiveProps<'div'>): ReactNode;
/** The filled button that approves the call. Renders a `<button>`. */
declare function ToolApprovalApprove(props: ButtonProps): ReactNode;
/** The button that declines the call, labeled "Decline" without children. Renders a `<button>`. */
declare function ToolApprovalReject({ children, ...props }: ButtonProps): ReactNode;
/** Props of `ToolApproval.TimeLeft`. */
interface ToolApprovalTimeLeftProps extends Omit<PrimitiveProps<'span'>, 'children' | 'asChild'> {
  /** The end of the time limit in Unix milliseconds. */
  expiresAt: number;
  /** The current time in Unix milliseconds. */
  now: number;
}
/** The time left to decide; not announced on each tick. Renders a `<span>`. */
declare function ToolApprovalTimeLeft({ expiresAt, now, ...props }: ToolApprovalTimeLeftProps): ReactNode;
declare namespace index_d_exports$6 {
  export { ToolApprovalActions as Actions, ActionsProps, ToolApprovalApprove as Approve, ButtonProps as ApproveProps, ApprovalPrompt as Prompt, ApprovalPromptProps as PromptProps, ToolApprovalQuestion as Question, QuestionProps, ToolApprovalReject as Reject, ButtonProps as RejectProps, ToolApprovalRoot as Root, RootProps, ToolApprovalTimeLeft as TimeLeft, ToolApprovalTimeLeftProps as TimeLeftProps };
}
/** Props of `ToolApproval.Root`. */
type RootProps = PrimitiveProps<'section'>;
/** Props of `ToolApproval.Question`. */
type QuestionProps = PrimitiveProps<'p'>;
/** Props of `ToolApproval.Actions`. */
type ActionsProps = PrimitiveProps<'div'>;
/** Props of `ToolViewsProvider`. */
interface ToolViewsProviderProps {
  /** Replace those of an outer provider. */
  views: readonly ToolView[];
  /** The parts that show tool calls. */
  children?: ReactNode;
}
/** Provides tool views to the calls below it. */
declare function ToolViewsProvider({ views, children }: ToolViewsProviderProps): ReactNode;
export { Announcer, type AnnouncerProps, index_d_exports as AssistantEditor, AssistantPicker, type AssistantPickerProps, type AttachmentLimits, type ButtonProps, Chat, type ChatComponents, type ChatProps, index_d_exports$1 as Composer, type ComposerField, Connection, type ConnectionProps, type Decision, ErrorNotice, type ErrorNoticeProps, type FileStrings, Icon, type IconName, type IconProps, type InspectorStrings, type KeyValue, type ListStrings, LocaleProvider, type LocaleProviderProps, type LocaleStrings, LongList, type LongListProps, type LongListRow, LazyMarkdown as Markdown, type MarkdownCodeProps, type MarkdownComponents, type MarkdownExtension, type MarkdownImageProps, type MarkdownProps, MarkdownProvider, type MarkdownProviderProps, index_d_exports$2 as Message, index_d_exports$3 as Notice, type NoticeStrings, type OutcomeAction, type PrimitiveProps, type PrimitiveTag, Queue, type QueueProps, type Rating, type ResponseFeedback, RunOutcome, type RunOutcomeProps, RunStatusLabel, type RunStatusLabelProps, index_d_exports$4 as RunStep, RunSteps, type RunStepsProps, RunSummary, type RunSummaryProps, type Suggestion, type SuggestionSource, type SuggestionTrigger, type TextRow, index_d_exports$5 as Thread, ThreadList, type ThreadListProps, type ToMarkdownOptions, type TokenPrices, index_d_exports$6 as ToolApproval, ToolCall, type ToolCallProps, type ToolCallRenderer, type ToolDetailStrings, type ToolLabels, type ToolStateLabels, type ToolView, type ToolViewOptions, ToolViewsProvider, type ToolViewsProviderProps, type WaitingCall, ar, de, en, es, fr, ja, toMarkdown, toolView, useAnnounce, useComposerField, useStrings, zh };