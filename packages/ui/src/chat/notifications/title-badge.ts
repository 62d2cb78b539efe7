/** Adds a badge before the title of the page while it is requested. */
export interface TitleBadge {
  /** Adds `count` to the badge, formatted by `format`. Returns a function that removes it. */
  show(count: number, format: (count: number, title: string) => string): () => void;
}

interface Waiting {
  readonly count: number;
  readonly format: (count: number, title: string) => string;
}

/**
 * One per page, because several chats share its title. The host's title is never lost: when the host sets another one
 * meanwhile, that one gets the badge, and stays when the badge is removed.
 */
export function createTitleBadge(page: Document): TitleBadge {
  const waiting = new Set<Waiting>();
  let own = '';
  let badgedTitle = '';
  let observer: MutationObserver | undefined;

  const write = (): void => {
    const all = [...waiting];
    const count = all.reduce((sum, each) => sum + each.count, 0);
    badgedTitle = all.at(-1)?.format(count, own) ?? own;
    if (page.title !== badgedTitle) page.title = badgedTitle;
  };
  const onChange = (): void => {
    if (page.title === badgedTitle) return;
    own = page.title;
    write();
  };
  const start = (): void => {
    own = page.title;
    observer = new MutationObserver(onChange);
    observer.observe(page.head, { subtree: true, childList: true, characterData: true });
  };
  const stop = (): void => {
    observer?.disconnect();
    observer = undefined;
  };

  return {
    show(count, format) {
      const entry: Waiting = { count, format };
      if (waiting.size === 0) start();
      else onChange();
      waiting.add(entry);
      write();
      return () => {
        // The host may have set another title since, which the observer has not reported yet.
        onChange();
        waiting.delete(entry);
        write();
        if (waiting.size === 0) stop();
      };
    },
  };
}
