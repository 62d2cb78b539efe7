// @threadkit/ui: what it exports. Written by `pnpm api --update`.

import { ComponentProps, ReactNode } from "react";
import { UseThreadOptions } from "@threadkit/react";
import { AnyTool, Connection as Connection$1, JsonSchema, MessageObject, PartialDeep, QueuedInput, RunObject, RunStatus as RunStatus$1, RunStepStatus, StepToolCall, ThreadkitError, Tool, ToolCall as ToolCall$1 } from "@threadkit/core";
import * as Collapsible from "@radix-ui/react-collapsible";
/** Says a text to screen readers, politely. Does nothing outside an `<Announcer>`. */
declare function useAnnounce(): (text: string) => void;
/**
 * The one polite live region of a conversation. What is said through it is a policy of the parts: finished
 * answers, questions to the person, and how a run ended. Never tokens.
 */
declare function Announcer({ children }: {
  children?: ReactNode;
}): ReactNode;
/** One line of a key-and-value list. `was` is what the value replaces. */
interface Fact {
  readonly label: string;
  readonly value: string;
  readonly was?: string | undefined;
}
/** How a tool is spoken of. What is left out follows from the tool's name and its arguments. */
interface ToolWords<I> {
  /** The question an approval asks: "Roll back checkout-api to 2026.11.18-1?" */
  question?: ((args: I) => string) | undefined;
  /** What the button says: "Roll back". */
  action?: string | undefined;
  /** "Rolling back". */
  running?: string | undefined;
  /** "Rolled back". */
  done?: string | undefined;
  /** The one or two arguments that tell a call from the next; read while they stream. */
  detail?: ((args: PartialDeep<I>) => string) | undefined;
  /** What an approval lists under its question. */
  facts?: ((args: I) => readonly Fact[]) | undefined;
}
type Render<C> = (props: {
  call: C;
}) => ReactNode;
/** Made by {@link toolView}; the types it was made with are checked there and erased here. */
interface ToolView {
  readonly tool: AnyTool;
  readonly words: ToolWords<unknown> | undefined;
  /** Stands under the call's row in place of the default block. */
  readonly render: Render<ToolCall$1> | undefined;
}
type InputOf<T extends AnyTool> = T extends Tool<string, infer I> ? I : never;
interface ToolViewOptions<T extends AnyTool> {
  words?: ToolWords<InputOf<T>> | undefined;
  render?: Render<ToolCall$1<T>> | undefined;
}
/**
 * How calls of one tool look: words for its row and its approval, a component for its result, or both. A
 * function alone is the component. Approvals stay Threadkit's own: a view cannot hide that it is asked.
 */
declare function toolView<T extends AnyTool>(tool: T, view: Render<ToolCall$1<NoInfer<T>>> | ToolViewOptions<NoInfer<T>>): ToolView;
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
 * `useWords()` and have no label props of their own. Durations and counts arrive formatted in `locale`.
 */
interface Words {
  /** BCP 47 tag for numbers and durations. */
  readonly locale: string;
  readonly thread: {
    readonly log: string;
    readonly loading: string;
    readonly loadOlder: string;
    readonly jumpToEnd: string;
    readonly openers: string;
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
    readonly status: Readonly<Record<'sending' | RunStatus$1, string>>;
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
  readonly error: Readonly<Record<'api' | 'locked' | 'rate-limited' | 'unauthorized' | 'network' | 'stream' | 'tool' | 'config', Sentence>> & {
    readonly details: string;
    readonly requestId: string;
    readonly run: string;
    readonly copyDetails: string;
    readonly tryAgain: string;
    tryAgainIn(duration: string): string;
  };
}
interface ChatProps extends UseThreadOptions, Omit<ComponentProps<'div'>, 'children'> {
  /** How calls of particular tools look; see `toolView`. */
  toolViews?: readonly ToolView[] | undefined;
  /** The language. @defaultValue English */
  words?: Words | undefined;
  /** What this assistant is for, in one sentence: stands where the first answer will. */
  intro?: string | undefined;
  /** First messages to choose from while the thread is empty. At most four are shown. */
  openers?: readonly string[] | undefined;
}
/**
 * A whole conversation with an assistant: answers as they are written, what was done for them, questions to the
 * person, and how each run ended. Fills its container's height. Renders a `<div>`; needs a `<ThreadkitProvider>`.
 *
 * It is only a composition of the exported parts: build your own from them where this is not what you want.
 */
declare function Chat({ assistantId, threadId, defaultThreadId, onThreadIdChange, draftKey, tools, whenBusy, run, toolViews, words, intro, openers, onKeyDown, ...props }: ChatProps): ReactNode;
/** The elements that parts render. */
type PartTag = 'article' | 'button' | 'dd' | 'div' | 'dl' | 'dt' | 'form' | 'h3' | 'li' | 'ol' | 'p' | 'section' | 'span' | 'textarea' | 'time' | 'ul';
/** Props of a part that renders `T`: every native one, and `asChild` to render the only child instead. */
type PartProps<T extends PartTag> = ComponentProps<T> & {
  /** Puts the part's attributes, handlers and ref on its only child instead of an element of its own. */
  asChild?: boolean | undefined;
};
interface CodeBlockProps extends Omit<PartProps<'div'>, 'children'> {
  code: string;
  /** As a fence names it; shown, and chooses the inks. @defaultValue '' */
  language?: string | undefined;
}
/** Code on sunken ground with its language and a copy button. Renders a `<div>`. */
declare function CodeBlock({ code, language, ...props }: CodeBlockProps): ReactNode;
interface ComposerRootProps extends Omit<PartProps<'form'>, 'onSubmit'> {
  /** A run lives: an empty composer stops it, text is queued behind it. @defaultValue false */
  isBusy?: boolean | undefined;
  /** Gets the trimmed text; the field is empty afterwards. */
  onSend: (text: string) => void;
  onStop?: (() => void) | undefined;
}
/** Where a person writes. Holds the draft, so that typing renders nothing else. Renders a `<form>`. */
declare function ComposerRoot({ isBusy, onSend, onStop, children, ...props }: ComposerRootProps): ReactNode;
/** The bordered box around the field and its buttons. Renders a `<div>`. */
declare function ComposerBox(props: PartProps<'div'>): ReactNode;
/**
 * The text field: grows with its text, Enter sends, Shift+Enter breaks the line, and Enter that ends an input
 * method's composition does neither. Renders a `<textarea>`.
 */
declare function ComposerInput({ onInput, onKeyDown, ...props }: PartProps<'textarea'>): ReactNode;
/** One button, three meanings: send, queue behind the run, stop the run. Renders a `<button>`. */
declare function ComposerSend(props: PartProps<'button'>): ReactNode;
interface ComposerHintProps extends Omit<PartProps<'p'>, 'children'> {
  /** A person's answer is outstanding. @defaultValue false */
  isWaiting?: boolean | undefined;
}
/** The line below: what will happen to the text, and the keys. Renders a `<p>`. */
declare function ComposerHint({ isWaiting, ...props }: ComposerHintProps): ReactNode;
declare namespace index_d_exports {
  export { ComposerBox as Box, ComposerHint as Hint, ComposerInput as Input, ComposerRoot as Root, ComposerSend as Send };
}
interface ConnectionProps {
  connection: Connection$1;
  onReconnect?: (() => void) | undefined;
}
/** The broken line: says that a run goes on out of sight, and counts the tries. Renders nothing while all is well. */
declare function Connection({ connection, onReconnect }: ConnectionProps): ReactNode;
type IconProps = Omit<ComponentProps<'svg'>, 'children'>;
/** The marks that stand on the thread line: kinds of work, then states and ends. */
declare const GLYPHS: readonly ['function', 'code', 'search', 'queued', 'live', 'done', 'stopped', 'failed', 'waiting', 'cut-off', 'filtered', 'broken'];
type GlyphName = (typeof GLYPHS)[number];
interface GlyphProps extends IconProps {
  name: GlyphName;
}
/** One mark of the record. */
declare function Glyph({ name, ...props }: GlyphProps): ReactNode;
interface MarkdownProps extends Omit<PartProps<'div'>, 'children'> {
  /** The markdown. It may grow from render to render: what is finished is not read again. */
  text: string;
  /** More is to come: the end is shown as if it were finished. @defaultValue false */
  isStreaming?: boolean | undefined;
}
/**
 * Markdown of an untrusted author as elements. Renders a `<div>`.
 *
 * GitHub's flavour. HTML is shown as text, links are `http`, `https` and `mailto` only, images become links.
 */
declare function Markdown({ text, isStreaming, ...props }: MarkdownProps): ReactNode;
interface MessageRootProps extends PartProps<'article'> {
  role: 'user' | 'assistant';
  /** Where the message stands on its way. Selector: `[data-phase]`. */
  phase?: 'sending' | 'failed' | 'live' | 'stored' | undefined;
}
/** One message. What the person wrote stands right and tinted, an answer bare on the page. Renders an `<article>`. */
declare function MessageRoot({ role, phase, ...props }: MessageRootProps): ReactNode;
interface MessageContentProps extends Omit<PartProps<'div'>, 'children' | 'content'> {
  message: Pick<MessageObject, 'role' | 'content'>;
  /** More of it is to come. @defaultValue false */
  isStreaming?: boolean | undefined;
}
/** The parts of a message in their order. Renders a `<div>`. */
declare function MessageContent({ message, isStreaming, ...props }: MessageContentProps): ReactNode;
interface MessageFailureProps {
  /** Why, where it is known. */
  error?: ThreadkitError | undefined;
  onRetry: () => void;
  /** Milliseconds to wait before that. @defaultValue 0 */
  waitMs?: number | undefined;
  onDiscard: () => void;
}
/** Below a message that was not sent: why, and the two things to do about it. Its words stay above. */
declare function MessageFailure({ error, onRetry, waitMs, onDiscard }: MessageFailureProps): ReactNode;
declare namespace index_d_exports$1 {
  export { MessageContent as Content, MessageFailure as Failure, MessageRoot as Root };
}
interface ErrorNoticeProps {
  error: ThreadkitError;
  /** Shown as "Try again" where given. */
  onRetry?: (() => void) | undefined;
  /** Milliseconds to wait before that. @defaultValue 0 */
  waitMs?: number | undefined;
}
/** An error that belongs to no run and no message: it says what happened, and has one way on. */
declare function ErrorNotice({ error, onRetry, waitMs }: ErrorNoticeProps): ReactNode;
interface ButtonProps extends PartProps<'button'> {
  /** `primary`: ink, the one thing to do · `plain`: a border · `quiet`: words alone · `icon`: a square. */
  look?: 'primary' | 'plain' | 'quiet' | 'icon' | undefined;
}
interface NoticeRootProps extends PartProps<'div'> {
  /** The mark on the thread line. */
  glyph: GlyphName;
  /** Red only for a failure. @defaultValue 'plain' */
  tone?: 'plain' | 'failed' | undefined;
}
/** One line on the thread line: a mark, what happened, and at most one way on. Renders a `<div>`. */
declare function NoticeRoot({ glyph, tone, children, ...props }: NoticeRootProps): ReactNode;
/** What happened: the reason in two words, then a sentence. Renders a `<p>`. */
declare function NoticeText({ title, children, ...props }: PartProps<'p'> & {
  title: string;
}): ReactNode;
/** The one way on. Renders a `<button>`. */
declare function NoticeAction(props: ButtonProps): ReactNode;
interface NoticeDetailsProps {
  /** The raw text of the error. */
  text: string;
  /** Ids that help to find it in a log. */
  facts?: readonly Fact[] | undefined;
}
/** The raw text behind a notice, one click away: closed it is a quiet button, opened a sunken block. */
declare function NoticeDetails({ text, facts }: NoticeDetailsProps): ReactNode;
declare namespace index_d_exports$2 {
  export { NoticeAction as Action, NoticeDetails as Details, NoticeRoot as Root, NoticeText as Text };
}
interface QueueProps extends Omit<PartProps<'ol'>, 'children'> {
  queue: readonly QueuedInput[];
  /** Takes the text back to be changed. */
  onEdit: (input: QueuedInput) => void;
  onRemove: (key: string) => void;
}
/** What waits to be sent, in its order. Renders an `<ol>`, and nothing while nothing waits. */
declare function Queue({ queue, onEdit, onRemove, ...props }: QueueProps): ReactNode;
interface ReceiptProps extends Omit<PartProps<'div'>, 'children'> {
  run: RunObject;
  /** Tool steps of the run; the message it wrote is not counted. */
  stepCount: number;
  /** What the copy button copies. */
  answer: () => string;
  onAgain?: (() => void) | undefined;
}
/** What a completed run took, with copy and run again at its end. Renders a `<div>`. */
declare function Receipt({ run, stepCount, answer, onAgain, ...props }: ReceiptProps): ReactNode;
/** The one way on from an ending. */
type EndingAction = 'continue' | 'again' | 'ask-again' | 'try-again';
interface RunEndingProps {
  run: RunObject;
  /** A person's answer was outstanding at the end. @defaultValue false */
  wasAsking?: boolean | undefined;
  /** Something had been written before the end. @defaultValue true */
  hasText?: boolean | undefined;
  /** Milliseconds until "Try again" may be pressed; the button counts them down. @defaultValue 0 */
  waitMs?: number | undefined;
  /** Takes the way on. Left out: the line has no button. */
  onAction?: ((action: EndingAction) => void) | undefined;
}
/** How a run ended, where it did not complete: one line, one way on. Renders nothing for other runs. */
declare function RunEnding({ run, wasAsking, hasText, waitMs, onAction }: RunEndingProps): ReactNode;
interface RunStatusProps extends Omit<PartProps<'div'>, 'children'> {
  status: 'sending' | RunStatus$1;
  /** Milliseconds since the run began. Shown from the first full second on. */
  elapsedMs?: number | undefined;
  /** Stands in for the status word: "Running Python". */
  label?: string | undefined;
}
/** The end of the line of a run that lives: the one mark that moves, a word, the seconds. Renders a `<div>`. */
declare function RunStatus({ status, elapsedMs, label, ...props }: RunStatusProps): ReactNode;
interface RunStepRootProps extends ComponentProps<typeof Collapsible.Root> {
  /** The mark on the thread line. */
  glyph: GlyphName;
  /** The wire's status word, or a tool call's state. Selector: `[data-status]`. */
  status?: string | undefined;
}
/** One thing that a run did, as a row on the thread line that may open. Renders a `<div>`. */
declare function RunStepRoot({ glyph, status, children, ...props }: RunStepRootProps): ReactNode;
/** Button that opens what the step holds, with a chevron at its end. Renders a `<button>`. */
declare function RunStepTrigger({ children, ...props }: ComponentProps<typeof Collapsible.Trigger>): ReactNode;
/** The row of a step that has nothing to open. Renders a `<div>`. */
declare function RunStepRow(props: PartProps<'div'>): ReactNode;
/** What was done, as a verb phrase. Renders a `<span>`. */
declare function RunStepLabel(props: PartProps<'span'>): ReactNode;
/** The one or two things that tell this step from others, cut to one line. Renders a `<span>`. */
declare function RunStepDetail(props: PartProps<'span'>): ReactNode;
/** How long it took. Renders a `<span>`. */
declare function RunStepDuration(props: PartProps<'span'>): ReactNode;
/** What the trigger opens. Renders a `<div>`. */
declare function RunStepContent(props: ComponentProps<typeof Collapsible.Content>): ReactNode;
declare namespace index_d_exports$3 {
  export { RunStepContent as Content, RunStepDetail as Detail, RunStepDuration as Duration, RunStepLabel as Label, RunStepRoot as Root, RunStepRow as Row, RunStepTrigger as Trigger };
}
interface RunStepsProps extends PartProps<'div'> {
  /** How many rows `children` are. */
  count: number;
  /** The run has ended: many rows fold to one. @defaultValue false */
  isDone?: boolean | undefined;
  /** Milliseconds from the first row's start to the last one's end. */
  durationMs?: number | undefined;
}
/** Consecutive steps of one run on the thread line. Renders a `<div>`. */
declare function RunSteps({ count, isDone, durationMs, children, ...props }: RunStepsProps): ReactNode;
/** A conversation: what scrolls, and what stands below it. Renders a `<div>`. */
declare function ThreadRoot(props: PartProps<'div'>): ReactNode;
/**
 * What scrolls: a labelled log that keeps to its end until the reader leaves it. It is silent to screen readers
 * while text streams; `Announcer` says what is finished. Renders a `<div>` with the column in it.
 */
declare function ThreadViewport({ ref, children, ...props }: PartProps<'div'>): ReactNode;
/** Floats above the composer while the end is out of sight. Renders a `<button>`. */
declare function ThreadScrollToEnd(props: PartProps<'button'>): ReactNode;
/** What stands below what scrolls: notices, the queue, the composer. Renders a `<div>`. */
declare function ThreadDock({ children, ...props }: PartProps<'div'>): ReactNode;
/** Still lines where messages will stand, shown when loading takes longer than a moment. Renders a `<div>`. */
declare function ThreadLoading(props: Omit<PartProps<'div'>, 'children'>): ReactNode;
interface ThreadEmptyProps extends Omit<PartProps<'div'>, 'children'> {
  /** What this assistant is for, in one sentence. */
  intro?: string | undefined;
  /** First messages to choose from. At most four are shown. */
  openers?: readonly string[] | undefined;
  onOpen: (opener: string) => void;
}
/** A conversation that has not begun. Renders a `<div>`. */
declare function ThreadEmpty({ intro, openers, onOpen, ...props }: ThreadEmptyProps): ReactNode;
declare namespace index_d_exports$4 {
  export { ThreadDock as Dock, ThreadEmpty as Empty, ThreadLoading as Loading, ThreadRoot as Root, ThreadScrollToEnd as ScrollToEnd, ThreadViewport as Viewport };
}
/** What a person decided about a call on this page. */
type Decision = 'allowed' | 'declined';
/** A call that waits for a person. */
type WaitingCall = Extract<ToolCall$1, {
  state: 'waiting';
}>;
interface ApprovalBoxProps {
  /** The calls of one round that wait for a person; at least one. */
  calls: readonly WaitingCall[];
  /** Unix milliseconds, ticking. */
  now: number;
  /** The schema of a tool's arguments, for choices in the form. */
  schemaOf?: ((name: string) => JsonSchema | undefined) | undefined;
  /** Called after a call was allowed or declined. */
  onDecide?: ((toolCallId: string, decision: Decision) => void) | undefined;
}
/** Asks about everything that waits, in one box: one call with its facts, several with a row each. */
declare function ApprovalBox(props: ApprovalBoxProps): ReactNode;
/**
 * The box that asks a person, the only one there is. It takes the focus when it appears, itself and not a
 * button, unless someone is busy elsewhere. Renders a `<section>`.
 */
declare function ToolApprovalRoot({ ref, children, ...props }: PartProps<'section'>): ReactNode;
/** What is asked, in words. Names the box. Renders a `<p>`. */
declare function ToolApprovalQuestion(props: PartProps<'p'>): ReactNode;
/** The row of buttons. Renders a `<div>`. */
declare function ToolApprovalActions(props: PartProps<'div'>): ReactNode;
/** The verb button, in ink. Renders a `<button>`. */
declare function ToolApprovalApprove(props: ButtonProps): ReactNode;
/** "Don't". Renders a `<button>`. */
declare function ToolApprovalReject(props: ButtonProps): ReactNode;
interface ToolApprovalTimeLeftProps extends Omit<PartProps<'span'>, 'children'> {
  /** Unix milliseconds. */
  expiresAt: number;
  /** Unix milliseconds, ticking. */
  now: number;
}
/** How long there is to answer. Renders a `<span>`; not announced each second. */
declare function ToolApprovalTimeLeft({ expiresAt, now, ...props }: ToolApprovalTimeLeftProps): ReactNode;
declare namespace index_d_exports$5 {
  export { ToolApprovalActions as Actions, ToolApprovalApprove as Approve, ApprovalBox as Box, ToolApprovalQuestion as Question, ToolApprovalReject as Reject, ToolApprovalRoot as Root, ToolApprovalTimeLeft as TimeLeft };
}
interface ToolCallProps extends Omit<ComponentProps<typeof RunStepRoot>, 'glyph' | 'status'> {
  /** The call as the run step holds it. */
  call: StepToolCall;
  stepStatus: RunStepStatus;
  /** The page's own knowledge of a function call, while there is any. */
  live?: ToolCall$1 | undefined;
  /** Milliseconds it took, or has taken so far. */
  durationMs?: number | undefined;
  /** What the person decided about it. */
  decision?: Decision | undefined;
}
/** One tool call: a row on the thread line that opens to what went in and what came out. */
declare function ToolCall({ call, stepStatus, live, durationMs, decision, ...props }: ToolCallProps): ReactNode;
/** The sunken block of an opened step. Renders a `<div>`. */
declare function ToolOutputRoot(props: PartProps<'div'>): ReactNode;
interface ToolOutputSectionProps extends PartProps<'div'> {
  /** Stands in the label column. */
  label: string;
  tone?: 'failed' | undefined;
}
/** One labelled stretch of the block: arguments, output, logs. Renders a `<div>`. */
declare function ToolOutputSection({ label, tone, children, ...props }: ToolOutputSectionProps): ReactNode;
/** Keys and values. What changes is struck through and replaced. Renders a `<dl>`. */
declare function Facts({ facts, ...props }: PartProps<'dl'> & {
  facts: readonly Fact[];
}): ReactNode;
interface ToolOutputTextProps {
  /** Gives code its inks. @defaultValue none */
  language?: string | undefined;
  children: string;
}
/** Text as it came: logs, code, an output that is not an object. Longer than twelve lines, it folds. */
declare function ToolOutputText({ language, children }: ToolOutputTextProps): ReactNode;
declare namespace index_d_exports$6 {
  export { Facts, ToolOutputRoot as Root, ToolOutputSection as Section, ToolOutputText as Text };
}
/** Gives every call below it the views to look itself up in. */
declare function ToolViewsProvider({ views, children }: {
  views: readonly ToolView[];
  children?: ReactNode;
}): ReactNode;
declare const english: Words;
interface WordsProviderProps {
  words: Words;
  children?: ReactNode;
}
/** Gives every part below it its language. Without one, parts speak English. */
declare function WordsProvider({ words, children }: WordsProviderProps): ReactNode;
/** The words of the nearest provider. */
declare function useWords(): Words;
export { Announcer, Chat, type ChatProps, CodeBlock, type CodeBlockProps, index_d_exports as Composer, Connection, type ConnectionProps, type Decision, type EndingAction, ErrorNotice, type ErrorNoticeProps, type Fact, Glyph, type GlyphName, type GlyphProps, Markdown, type MarkdownProps, index_d_exports$1 as Message, index_d_exports$2 as Notice, Queue, type QueueProps, Receipt, type ReceiptProps, RunEnding, type RunEndingProps, RunStatus, type RunStatusProps, index_d_exports$3 as RunStep, RunSteps, type RunStepsProps, type Sentence, index_d_exports$4 as Thread, index_d_exports$5 as ToolApproval, ToolCall, type ToolCallProps, index_d_exports$6 as ToolOutput, type ToolView, type ToolViewOptions, ToolViewsProvider, type ToolWords, type VerbPhrase, type Words, WordsProvider, type WordsProviderProps, english, toolView, useAnnounce, useWords };