/** An app that is built and served, as the checks meet it. */
export interface RunningApp {
  /** What a check's name begins with. */
  readonly name: string;
  /** The page with the chat. */
  readonly url: string;
  /** Where the page's server answers, as `baseURL` of a client. */
  readonly api: string;
  /** How this app becomes dark: by the system's setting, or by the class `dark` on its root. */
  readonly dark: 'media' | 'class';
  /** The thread is named in the address and its messages are in the HTML. */
  readonly isPrefetched: boolean;
}

/** Where the checks find the list of apps. */
export const RUNNING_APPS_VARIABLE = 'FRESH_APPS';

/** The apps that the program which starts the checks has made. */
export function runningApps(): RunningApp[] {
  const json = process.env[RUNNING_APPS_VARIABLE];
  if (json === undefined)
    throw new Error("There are no apps to look at. Start these checks with 'pnpm fresh-apps'.");
  return JSON.parse(json);
}

/** The app without styles of its own: what the parts look like where nothing is around them. */
export const PLAIN_APP = 'vite, empty css';
