import { generateHistory, generateMarkdown, splitText } from '../text.ts';
import type { Candidate, Chat, LoadedThread, StreamedResponse } from './candidate.ts';
import { findLast, isInView, lastNumber } from './find-text.ts';
import { painted, type Smoothness, watchFrames } from './frames.ts';
import { watchKeyDelays } from './key-delays.ts';
import { type Feed, feed } from './pace.ts';

/** A measured part of a response. */
export interface PlannedPhase {
  /** Index of the first character in the response's text. */
  readonly fromChar: number;
  readonly deltas: number;
  readonly deltaChars: number;
}

export interface PhaseFeed extends Feed {
  /** Index of the planned phase. Phases run in order. */
  readonly phaseIndex: number;
}

export interface FeedResult extends Smoothness {
  /** Deltas processed, over all threads. */
  readonly processed: number;
  readonly wallMs: number;
  /** Whether the end of the text appeared in the page. */
  readonly isShown: boolean;
}

/** Functions that the driver calls in the page, in this order. */
export interface Bench {
  /** Generates all texts, before anything is measured. */
  prepare(threads: number, messages: number, response: readonly PlannedPhase[]): void;
  /** Mounts the threads. Resolves when the end of each is visible, with the elapsed milliseconds. */
  mount(): Promise<number>;
  /** Sends a message in every thread. Resolves when all are ready to receive the response. */
  sendMessages(): Promise<void>;
  /** Extends the responses up to the start of a phase, in large chunks, and waits until each is rendered. */
  fill(phaseIndex: number): Promise<void>;
  /** Delivers the deltas of a phase, alternating between the threads. Resolves when the last one is visible. */
  feed(plan: PhaseFeed): Promise<FeedResult>;
  watchKeyDelays(): void;
  /** Milliseconds from each key press to the frame that shows it. */
  keyDelays(): readonly number[];
  /** Focuses the text field of the first thread. */
  focusInput(): void;
  /** Text in the field of the first thread. */
  typedText(): string;
}

declare global {
  interface Window {
    bench: Bench;
  }
}

const FILL_CHARS = 10_000;
/** Any part of the text with this length contains a sentence, so that it has a number. */
const MARK_WITHIN_CHARS = 1_000;
const SHOWN_WITHIN_MS = 3_000;
const MOUNTED_WITHIN_MS = 120_000;
/** Differs from the seeds of the history. */
const RESPONSE_SEED = 1_000_000;
const MESSAGE = 'Please write on.';

export function installBench(candidate: Candidate): void {
  const renders = candidate.renders ?? true;
  let loaded: { thread: LoadedThread; mark: string | undefined }[] = [];
  let text = '';
  let phases: (PlannedPhase & { firstIndex: number })[] = [];
  let deltas: string[] = [];
  let chats: { root: HTMLElement; chat: Chat; response?: StreamedResponse }[] = [];
  /** Characters delivered so far. */
  let arrived = 0;
  let keyDelays = (): readonly number[] => [];

  const fieldOf = (root: ParentNode): HTMLElement => {
    const field = root.querySelector<HTMLElement>('textarea, [contenteditable="true"], input[type="text"]');
    if (!field) throw new Error('The page has no text field.');
    return field;
  };

  /** Checks the condition once per frame. Resolves with false after the time limit. */
  async function until(isTrue: () => boolean, withinMs: number): Promise<boolean> {
    const startedAt = performance.now();
    while (performance.now() - startedAt < withinMs) {
      await painted();
      if (isTrue()) return true;
    }
    return false;
  }

  /** Waits until each thread shows the end of the delivered text. */
  async function untilShown(): Promise<boolean> {
    const mark = lastNumber(text.slice(Math.max(0, arrived - MARK_WITHIN_CHARS), arrived));
    const isShown = (): boolean =>
      !renders || mark === undefined || chats.every(({ root }) => findLast(root, mark) !== undefined);
    const shown = await until(isShown, SHOWN_WITHIN_MS);
    await painted();
    return shown;
  }

  return void (window.bench = {
    prepare(threads, messages, response) {
      const history = generateHistory(messages);
      loaded = Array.from({ length: threads }, (_, index) => ({
        thread: candidate.load(history, `thread_${index + 1}`),
        mark: lastNumber(history.at(-1)?.text ?? ''),
      }));
      const chars = Math.max(0, ...response.map((phase) => endOf(phase)));
      text = generateMarkdown(chars, RESPONSE_SEED);
      phases = [];
      deltas = [];
      for (const phase of response) {
        phases.push({ ...phase, firstIndex: deltas.length });
        deltas.push(...splitText(text.slice(phase.fromChar, endOf(phase)), phase.deltaChars));
      }
    },
    async mount() {
      const side = Math.ceil(Math.sqrt(loaded.length));
      document.body.style.setProperty('--side', String(side));
      const marks = loaded.map(({ mark }) => mark);
      const roots = loaded.map(() => {
        const root = document.createElement('div');
        root.className = 'thread-root';
        return root;
      });
      document.body.append(...roots);
      const startedAt = performance.now();
      chats = loaded.map(({ thread }, index) => {
        const root = roots[index] ?? document.body;
        return { root, chat: thread.mount(root) };
      });
      // Drop the references, so that the heap contains only what the page retains.
      loaded = [];
      const isShown = ({ root }: (typeof chats)[number], index: number): boolean => {
        const mark = marks[index];
        if (!renders || mark === undefined) return true;
        const end = findLast(root, mark);
        return end !== undefined && isInView(end, root);
      };
      if (!(await until(() => chats.every(isShown), MOUNTED_WITHIN_MS))) {
        throw new Error('The end of the thread did not become visible.');
      }
      return performance.now() - startedAt;
    },
    async sendMessages() {
      arrived = 0;
      await Promise.all(
        chats.map(async (entry) => {
          entry.response = await entry.chat.sendMessage(deltas);
        }),
      );
      await painted();
    },
    async fill(phaseIndex) {
      const end = phases[phaseIndex]?.fromChar ?? 0;
      while (arrived < end) {
        const from = arrived;
        arrived = Math.min(end, from + FILL_CHARS);
        for (const { response } of chats) response?.append(text.slice(from, arrived));
        await untilShown();
      }
    },
    async feed({ phaseIndex, ...plan }) {
      const { firstIndex = 0, deltaChars = 0 } = phases[phaseIndex] ?? {};
      const stopWatching = watchFrames();
      const startedAt = performance.now();
      const count = plan.count * chats.length;
      const processed = await feed({ ...plan, count }, (nth) => {
        chats[nth % chats.length]?.response?.push(firstIndex + Math.floor(nth / chats.length));
      });
      const fed = performance.now();
      arrived += Math.floor(processed / chats.length) * deltaChars;
      const isShown = await untilShown();
      const wallMs = (isShown ? performance.now() : fed) - startedAt;
      return { processed, wallMs, isShown, ...stopWatching() };
    },
    watchKeyDelays() {
      keyDelays = watchKeyDelays();
    },
    keyDelays: () => keyDelays(),
    focusInput: () => fieldOf(document).focus(),
    typedText() {
      const field = fieldOf(document);
      return 'value' in field ? String(field.value) : (field.textContent ?? '');
    },
  });
}

/** Sends a message through the form of the page. */
export function submitMessage(root: HTMLElement): void {
  const field = root.querySelector('textarea');
  const form = field?.form;
  if (!field || !form) throw new Error('The page has no form with a text field.');
  // React overrides `value` on controlled fields; the setter of the prototype changes the value like typing.
  const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value') ?? {};
  set?.call(field, MESSAGE);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  // A controlled form submits its rendered value, so wait for the render.
  setTimeout(() => form.requestSubmit(), 50);
}

function endOf({ fromChar, deltas, deltaChars }: PlannedPhase): number {
  return fromChar + deltas * deltaChars;
}
