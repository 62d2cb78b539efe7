import { cdp } from 'vitest/browser';

/** The only command that is used; Vitest's session type is augmented by the provider, which only the root package has. */
interface MediaSession {
  send(command: 'Emulation.setEmulatedMedia', options: object): Promise<unknown>;
}

export interface EmulatedMedia {
  readonly media?: 'print' | 'screen';
  /** Media features such as `prefers-color-scheme`. */
  readonly features?: Readonly<Record<string, string>>;
}

/** Emulates media type and features in the browser of a test; without arguments, resets them. */
export async function emulateMedia({ media, features = {} }: EmulatedMedia = {}): Promise<void> {
  const session = cdp() as ReturnType<typeof cdp> & MediaSession;
  await session.send('Emulation.setEmulatedMedia', {
    media: media ?? '',
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
}
