/** Names that were replaced by standard words, and what to use instead. Pure: `check-retired-names.ts` reads the files. */

export interface RetiredName {
  /** A whole identifier, slot, attribute or style variable. */
  readonly name: string;
  readonly use: string;
}

const table: Readonly<Record<string, string>> = {
  // core
  StoredChange: 'PersistedChange',
  OverlayEntry: 'LocalMessage',
  visibleOverlay: 'visibleLocalMessages',
  WaitingFor: 'WaitReason',
  waitingFor: 'waitReason',
  draftKey: 'newChatKey',
  onStored: 'onPersisted',
  releaseStored: 'dropPersisted',
  AdditionName: 'ExtensionOperationName',
  createAttendance: 'createThreadLifecycle',
  createSlots: 'createSemaphore',
  createToolRound: 'createToolBatch',
  ToolRound: 'ToolBatch',
  createToolOwnership: 'createToolLock',
  startWatchdog: 'startStallTimer',
  BackendFacts: 'BackendInfo',
  onThreadNamed: 'onThreadIdKnown',
  RunInput: 'RunReducerInput',
  ScriptedTurn: 'ScriptedStream',
  RegistryOptions: 'ControllerRegistryOptions',
  lastEventAt: 'lastReceivedAt',
  onSignal: 'onReceive',
  isAbort: 'isAbortError',
  CallResult: 'ToolCallResult',
  answerEvents: 'responseEvents',
  // react
  ThreadScopeOptions: 'ThreadHookOptions',
  ThreadkitScope: 'ThreadkitContextValue',
  ThreadIdentity: 'UseControllerOptions',
  useTurn: 'useRunItems',
  useTurnStep: 'useTimelineRunStep',
  TurnItem: 'RunItem',
  DraftBook: 'DraftRegistry',
  DraftShelf: 'DraftStorage',
  CacheBridge: 'CacheWriter',
  syncHead: 'syncNewest',
  // ui
  laterPart: 'lazyPart',
  loadLater: 'loadLazyParts',
  Receipt: 'RunSummary',
  RunEnding: 'RunOutcome',
  describeEnding: 'describeOutcome',
  wasAsking: 'wasPendingApproval',
  markedStepId: 'highlightedStepId',
  onMarkStep: 'onHighlightStep',
  timelineOf: 'buildRunTimelineRows',
  TimelineKind: 'RunTimelineKind',
  TimelineOptions: 'RunTimelineOptions',
  buildTimelineRows: 'buildRunTimelineRows',
  costOf: 'calculateCost',
  eventGist: 'summarizeEvent',
  EndingAction: 'OutcomeAction',
  describeFar: 'getTextRow',
  ThreadFoot: 'ThreadFooter',
  onAgain: 'onRegenerate',
  onKeep: 'onCancel',
  TranscriptOptions: 'ToMarkdownOptions',
  FarRow: 'TextRow',
  FarRows: 'TextRows',
  NearKeys: 'RenderedKeys',
  watchNear: 'trackViewport',
  holdView: 'preserveScrollPosition',
  NewMark: 'UnreadDivider',
  useNewRows: 'useUnread',
  leavingFrom: 'getReadPosition',
  WordsAround: 'ListStrings',
  AllWords: 'AllStrings',
  FilesWords: 'FileStrings',
  InspectorWords: 'InspectorStrings',
  ToolWords: 'ToolLabels',
  WordsProvider: 'LocaleProvider',
  useWords: 'useStrings',
  useLocaleTag: 'useLanguageTag',
  PartTag: 'PrimitiveTag',
  OpenInk: 'HighlightState',
  inkCode: 'highlightCode',
  createInker: 'createHighlighter',
  sayValue: 'formatValue',
  shapeOf: 'detectOutputKind',
  fillPart: 'wrapChildren',
  Unbroken: 'NoWrap',
  Glyph: 'Icon',
  GlyphName: 'IconName',
  AnswerFeedback: 'ResponseFeedback',
  EditTarget: "RewriteOptions['history']",
  ScrollToEnd: 'ScrollToBottom',
  ThreadScrollToEnd: 'ThreadScrollToBottom',
  ChatScrollToEnd: 'ChatScrollToBottom',
  findRefusal: 'findRejectionReason',
  ApprovalBox: 'ApprovalPrompt',
  schemaOf: 'getSchema',
  messagesOf: 'getMessages',
  // server
  TurnRecorder: 'ModelCallRecorder',
  GenerationRecorder: 'ModelCallRecorder',
  MessageDraft: 'MessageAccumulator',
  CallsDraft: 'FunctionCallAccumulator',
  HostedDraft: 'HostedCallAccumulator',
  KeyedAnswer: 'IdempotencyRecord',
  keyedAnswer: 'idempotencyRecord',
  answerOnce: 'withIdempotency',
  KeyTaken: 'IdempotencyConflictError',
  IdempotencyConflict: 'IdempotencyConflictError',
  StorageUnavailable: 'StorageUnavailableError',
  keepEventsMs: 'eventRetentionMs',
  imageOf: 'resolveImage',
  runRecord: 'getRunRecord',
  stepPrivates: 'listStepPrivates',
  moveRun: 'commitTransition',
  answerChars: 'responseChars',
  dropKeyedAnswers: 'dropIdempotencyRecords',
  RunFrames: 'RunStreamItems',
  MessageFacts: 'MessageValues',
  RunSide: 'StoredRun',
  StreamSlots: 'StreamQuota',
  AddOutcome: 'AddMessageResult',
  StartOutcome: 'AddMessageResult',
  CommitOutcome: 'CommitResult',
  PrivateJson: 'EnginePrivate',
  WorkerCrash: 'SimulatedCrashError',
  excessFiles: 'fileCountOverLimit',
  // slots, attributes and style variables
  'new-mark': 'unread-divider',
  'far-row': 'text-row',
  'far-rows': 'text-rows',
  'thread-intro': 'thread-description',
  'thread-opener': 'thread-starter-prompt',
  'thread-openers': 'thread-starter-prompts',
  RunFrame: 'RecordedEvent',
  EventsLost: 'EventsLostError',
  RunStopped: 'RunStoppedError',
  breaksWith: 'error',
  AttachmentTray: 'AttachmentStore',
  isObject: 'isRecord',
  toolRoundEvents: 'requiresActionEvents',
  'run-ending': 'notice with data-kind',
  'data-new': 'data-unread',
  'receipt-trigger': 'run-summary-trigger',
  'line-glyph': 'line-icon',
  'data-glyph': 'data-icon',
  'data-look': 'data-variant',
  'data-ink': 'data-token',
  'data-marked': 'data-highlighted',
  'data-near': 'data-rendered',
  'data-far': 'data-text',
  'data-folds': 'data-collapsible',
  'data-folded': 'data-collapsed',
  'long-list-chapter': 'long-list-page',
  'not-loaded': 'load-error',
  'run-inspector-absence': 'run-inspector-notice',
  'run-inspector-at': 'run-inspector-position',
  'run-inspector-wire': 'run-inspector-status',
  'message-image-place': 'message-image-placeholder',
  'markdown-rest': 'markdown-unformatted',
  'thread-row-mark': 'thread-row-activity',
  'thread-row-question': 'thread-row-delete',
  'thread-row-answers': 'thread-row-delete-actions',
  'thread-scroll-to-end': 'thread-scroll-to-bottom',
  'thread-origin': 'branch-notice',
  'run-inspector-gist': 'run-inspector-event-summary',
  '--tk-ink': '--tk-foreground',
  '--tk-page': '--tk-background',
  '--tk-edge': '--tk-border',
  '--tk-fail': '--tk-destructive',
  '--tk-wait': '--tk-warning',
  '--tk-turn-gap': '--tk-run-gap',
  '--tk-text-1': '--tk-label-foreground',
  '--tk-text-2': '--tk-muted-foreground',
  '--tk-tint': '--tk-muted',
  '--tk-sunken': '--tk-code-background',
  '--tk-mark': '--tk-icon',
  '--tk-line': '--tk-divider',
  '--tk-focus': '--tk-ring',
  '--tk-on-hover': '--tk-hover-foreground',
  '--tk-on-primary': '--tk-primary-foreground',
  '--tk-on-foreground': '--tk-foreground-contrast',
  '--tk-measure': '--tk-prose-width',
  '--tk-wide': '--tk-wide-width',
  '--tk-column': '--tk-column-width',
  '--tk-gutter': '--tk-gutter-width',
  '--tk-row': '--tk-row-height',
  '--tk-button': '--tk-button-height',
  '--tk-icon-button': '--tk-icon-button-size',
  '--tk-fast': '--tk-duration-fast',
  '--tk-move': '--tk-duration-move',
  '--tk-ease': '--tk-easing',
};

export const RETIRED_NAMES: readonly RetiredName[] = Object.entries(table).map(([name, use]) => ({
  name,
  use,
}));

/** Exports that were renamed. Other exports, or non-exported identifiers, may use these names. */
const retiredExports: Readonly<Record<string, string>> = {
  ToolCall: 'ToolCallState',
  Connection: 'ConnectionInfo',
  RunUsage: 'RunCompletionUsage',
  ToolOutput: 'RunToolOutput',
  Readable: 'Subscribable',
  ADDITIONS: 'EXTENSION_OPERATIONS',
  canonical: 'normalizeRunState of @threadkit/core/testing',
};

/** Retired exports by API report. The name may be in use in other reports, e.g. for a component of ui. */
export const RETIRED_EXPORTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'api/core.d.ts': retiredExports,
  'api/core.testing.d.ts': retiredExports,
  'api/react.d.ts': {
    Turn: 'UseRunItemsResult',
    RunItems: 'UseRunItemsResult',
    Timeline: 'UseTimelineResult',
  },
  'api/server.d.ts': { Rows: 'Repository', StartRun: 'StartRunInput', Commit: 'RunCommit' },
  'api/ui.d.ts': {
    Words: 'LocaleStrings',
    Rows: 'LongList',
    Facts: 'KeyValueList',
    Turn: 'Chat.Run',
    RunStatus: 'RunStatusLabel',
    Sentence: 'NoticeStrings',
    NoticeText: 'NoticeStrings',
    PartProps: 'PrimitiveProps',
    german: 'de',
    english: 'en',
  },
};

const pattern = new RegExp(
  `(?<![\\w$-])(?:${RETIRED_NAMES.map(({ name }) => name).join('|')})(?![\\w$-])`,
  'g',
);

/** One line for each retired name in a text: place, name, replacement. */
export function findRetiredNames(path: string, text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      Array.from(
        line.matchAll(pattern),
        ([name]) => `${path}:${index + 1}: ${name} is retired, use ${table[name] ?? ''}.`,
      ),
    );
}

/** One line for each retired name that an API report exports. */
export function findRetiredExports(path: string, report: string): readonly string[] {
  const exported = new Set(
    Array.from(report.matchAll(/^export \{([^}]*)\}/gm), ([, names = '']) => names)
      .join(',')
      .split(',')
      .map((name) =>
        name
          .replace(/^\s*type\s/, '')
          .replace(/^.*\sas\s/, '')
          .trim(),
      ),
  );
  return Object.entries(RETIRED_EXPORTS[path] ?? {})
    .filter(([name]) => exported.has(name))
    .map(([name, use]) => `${path}: the export ${name} is retired, use ${use}.`);
}
