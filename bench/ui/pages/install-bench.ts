import { cutText, writeHistory, writeMarkdown } from '../text.ts';
import type { Answer, Candidate, Chat, LoadedThread } from './candidate.ts';
import { painted, type Smoothness, watchFrames } from './frames.ts';
import { watchKeys } from './keys.ts';
import { type Feed, feed } from './pace.ts';
import { findLast, isInView, lastNumber } from './seen.ts';

/** A stretch of an answer that is measured: so many deltas, each so many characters, from a place in its text on. */
export interface PlannedStretch {
  readonly fromChar: number;
  readonly deltas: number;
  readonly deltaChars: number;
}

export interface StretchFeed extends Feed {
  /** Which of the planned stretches; in order. */
  readonly stretch: number;
}

export interface FeedResult extends Smoothness {
  /** Deltas taken, over all threads. */
  readonly taken: number;
  readonly wallMs: number;
  /** The last of it was seen in the page. */
  readonly isShown: boolean;
}

/** What a measurement calls in the page, in this order. */
export interface Bench {
  /** Writes all texts, before anything is measured. */
  prepare(threads: number, messages: number, answer: readonly PlannedStretch[]): void;
  /** Shows the threads; resolves when the end of each is on the screen, to the milliseconds that took. */
  mount(): Promise<number>;
  /** Asks in every thread, and resolves once the answers may come. */
  ask(): Promise<void>;
  /** Makes the answers longer, up to where a stretch begins, in large pieces of which each is drawn. */
  fill(stretch: number): Promise<void>;
  /** Lets deltas come, in turn over the threads; resolves when the last of them is on the screen. */
  feed(plan: StretchFeed): Promise<FeedResult>;
  watchKeys(): void;
  /** Milliseconds from each key to its frame. */
  keyDelays(): readonly number[];
  /** Puts the caret into the first thread's field. */
  focusInput(): void;
  /** What the person has typed so far. */
  typedText(): string;
}

declare global {
  interface Window {
    bench: Bench;
  }
}

const FILL_CHARS = 10_000;
/** Somewhere in so many characters there is a sentence. */
const MARK_WITHIN_CHARS = 1_000;
const SHOWN_WITHIN_MS = 3_000;
const MOUNTED_WITHIN_MS = 120_000;
/** Far from the seeds of the history. */
const ANSWER_SEED = 1_000_000;
const QUESTION = 'Please write on.';

export function installBench(candidate: Candidate): void {
  const draws = candidate.draws ?? true;
  let loaded: { thread: LoadedThread; mark: string | undefined }[] = [];
  let text = '';
  let stretches: (PlannedStretch & { firstIndex: number })[] = [];
  let deltas: string[] = [];
  let chats: { root: HTMLElement; chat: Chat; answer?: Answer }[] = [];
  /** How much of the text has come. */
  let arrived = 0;
  let keyDelays = (): readonly number[] => [];

  const fieldOf = (root: ParentNode): HTMLElement => {
    const field = root.querySelector<HTMLElement>('textarea, [contenteditable="true"], input[type="text"]');
    if (!field) throw new Error('The page has no field to type into.');
    return field;
  };

  /** Looks once a frame, as a person would. */
  async function until(isTrue: () => boolean, withinMs: number): Promise<boolean> {
    const startedAt = performance.now();
    while (performance.now() - startedAt < withinMs) {
      await painted();
      if (isTrue()) return true;
    }
    return false;
  }

  /** The end of what has arrived is in each thread. */
  async function untilShown(): Promise<boolean> {
    const mark = lastNumber(text.slice(Math.max(0, arrived - MARK_WITHIN_CHARS), arrived));
    const isShown = (): boolean =>
      !draws || mark === undefined || chats.every(({ root }) => findLast(root, mark) !== undefined);
    const shown = await until(isShown, SHOWN_WITHIN_MS);
    await painted();
    return shown;
  }

  return void (window.bench = {
    prepare(threads, messages, answer) {
      const history = writeHistory(messages);
      loaded = Array.from({ length: threads }, (_, index) => ({
        thread: candidate.load(history, `thread_${index + 1}`),
        mark: lastNumber(history.at(-1)?.text ?? ''),
      }));
      const chars = Math.max(0, ...answer.map((stretch) => endOf(stretch)));
      text = writeMarkdown(chars, ANSWER_SEED);
      stretches = [];
      deltas = [];
      for (const stretch of answer) {
        stretches.push({ ...stretch, firstIndex: deltas.length });
        deltas.push(...cutText(text.slice(stretch.fromChar, endOf(stretch)), stretch.deltaChars));
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
      // The page alone decides what of it is kept: it counts as the page's memory.
      loaded = [];
      const isShown = ({ root }: (typeof chats)[number], index: number): boolean => {
        const mark = marks[index];
        if (!draws || mark === undefined) return true;
        const end = findLast(root, mark);
        return end !== undefined && isInView(end, root);
      };
      if (!(await until(() => chats.every(isShown), MOUNTED_WITHIN_MS))) {
        throw new Error('The end of the thread did not come into view.');
      }
      return performance.now() - startedAt;
    },
    async ask() {
      arrived = 0;
      await Promise.all(
        chats.map(async (entry) => {
          entry.answer = await entry.chat.ask(deltas);
        }),
      );
      await painted();
    },
    async fill(stretch) {
      const end = stretches[stretch]?.fromChar ?? 0;
      while (arrived < end) {
        const from = arrived;
        arrived = Math.min(end, from + FILL_CHARS);
        for (const { answer } of chats) answer?.add(text.slice(from, arrived));
        await untilShown();
      }
    },
    async feed({ stretch, ...plan }) {
      const { firstIndex = 0, deltaChars = 0 } = stretches[stretch] ?? {};
      const stopWatching = watchFrames();
      const startedAt = performance.now();
      const count = plan.count * chats.length;
      const taken = await feed({ ...plan, count }, (nth) => {
        chats[nth % chats.length]?.answer?.push(firstIndex + Math.floor(nth / chats.length));
      });
      const fed = performance.now();
      arrived += Math.floor(taken / chats.length) * deltaChars;
      const isShown = await untilShown();
      const wallMs = (isShown ? performance.now() : fed) - startedAt;
      return { taken, wallMs, isShown, ...stopWatching() };
    },
    watchKeys() {
      keyDelays = watchKeys();
    },
    keyDelays: () => keyDelays(),
    focusInput: () => fieldOf(document).focus(),
    typedText() {
      const field = fieldOf(document);
      return 'value' in field ? String(field.value) : (field.textContent ?? '');
    },
  });
}

/** Sends a question through a page's own field, as a person would who is very fast. */
export function askThroughForm(root: HTMLElement): void {
  const field = root.querySelector('textarea');
  const form = field?.form;
  if (!field || !form) throw new Error('The page has no form to ask through.');
  // React overrides the property of controlled fields; the prototype's own setter is what typing goes through.
  const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value') ?? {};
  set?.call(field, QUESTION);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  // A controlled form sends what it has rendered.
  setTimeout(() => form.requestSubmit(), 50);
}

function endOf({ fromChar, deltas, deltaChars }: PlannedStretch): number {
  return fromChar + deltas * deltaChars;
}
