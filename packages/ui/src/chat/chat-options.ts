import type { LocaleStrings } from '../locales/locale-strings.ts';
import type { TokenPrices } from '../run/usage/calculate-cost.ts';
import type { ToolView } from '../tool/tool-view.ts';
import type { ChatComponents } from './chat-components.ts';
import type { ResponseFeedback } from './chat-context.ts';

/** Options of a chat that are not those of its thread. */
export interface ChatOptions {
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
