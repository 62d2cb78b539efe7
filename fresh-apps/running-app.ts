/** A built and served app. */
export interface RunningApp {
  /** Name of the Playwright project. */
  readonly name: string;
  /** URL of the page with the chat. */
  readonly url: string;
  /** `baseURL` of the page's server. */
  readonly api: string;
  /** What enables dark mode: the media query, or the class `dark` on the root element. */
  readonly dark: 'media' | 'class';
  /** The thread id is in the URL and the messages are in the HTML. */
  readonly isPrefetched: boolean;
}

/** Environment variable with the list of apps, as JSON. */
export const RUNNING_APPS_VARIABLE = 'FRESH_APPS';

/** The apps that `pnpm fresh-apps` has started. */
export function runningApps(): RunningApp[] {
  const json = process.env[RUNNING_APPS_VARIABLE];
  if (json === undefined) throw new Error("No apps are running. Start these checks with 'pnpm fresh-apps'.");
  return JSON.parse(json);
}

/** Name of the app without styles, the reference for computed styles. */
export const PLAIN_APP = 'vite, empty css';
