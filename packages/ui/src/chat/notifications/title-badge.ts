/** Puts a mark before a page's title, for as long as anyone asks for one. */
export interface TitleBadge {
  /** Marks the title with the sum of what waits, in `say`'s words. Call what it returns to take this part back. */
  show(count: number, say: (count: number, title: string) => string): () => void;
}

interface Waiting {
  readonly count: number;
  readonly say: (count: number, title: string) => string;
}

/**
 * One for a page: several chats share its title. The host's own title is never lost. Where the host sets another one
 * meanwhile, that is marked, and stays when the mark goes.
 */
export function createTitleBadge(page: Document): TitleBadge {
  const waiting = new Set<Waiting>();
  let own = '';
  let marked = '';
  let observer: MutationObserver | undefined;

  const write = (): void => {
    const all = [...waiting];
    const count = all.reduce((sum, each) => sum + each.count, 0);
    marked = all.at(-1)?.say(count, own) ?? own;
    if (page.title !== marked) page.title = marked;
  };
  const onChange = (): void => {
    if (page.title === marked) return;
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
    show(count, say) {
      const mine: Waiting = { count, say };
      if (waiting.size === 0) start();
      else onChange();
      waiting.add(mine);
      write();
      return () => {
        // What the host has set since is its own, and was not seen yet where the observer has not run.
        onChange();
        waiting.delete(mine);
        write();
        if (waiting.size === 0) stop();
      };
    },
  };
}
