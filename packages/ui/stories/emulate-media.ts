import { cdp } from 'vitest/browser';

/** The one command that is needed; Vitest's own type of a session is filled in by the provider, which only the root has. */
interface MediaSession {
  send(command: 'Emulation.setEmulatedMedia', options: object): Promise<unknown>;
}

export interface EmulatedMedia {
  readonly media?: 'print' | 'screen';
  /** `prefers-color-scheme` and its like. */
  readonly features?: Readonly<Record<string, string>>;
}

/** What the browser of a test says of its page; nothing given is the browser as it came. For tests. */
export async function emulateMedia({ media, features = {} }: EmulatedMedia = {}): Promise<void> {
  const session = cdp() as ReturnType<typeof cdp> & MediaSession;
  await session.send('Emulation.setEmulatedMedia', {
    media: media ?? '',
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
}
