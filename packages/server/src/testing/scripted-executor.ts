import type { CodeExecutor, CodeResult, CodeSession } from '../code/code-executor.ts';

/** An executor without an interpreter: what each code does is a function of the test. */
export interface ScriptedExecutor extends CodeExecutor {
  /** What happened: `open`, `add NAME: CONTENT`, `run CODE`, `close`. */
  readonly seen: string[];
}

const FOLDER = '/work';

/** `play` gets the code, and returns the result. Its signal aborts with that of the call. */
export function scriptedExecutor(
  play: (code: string, signal: AbortSignal) => Promise<Partial<CodeResult>>,
): ScriptedExecutor {
  const seen: string[] = [];
  return {
    name: 'scripted',
    isSandboxed: true,
    seen,
    async open(): Promise<CodeSession> {
      seen.push('open');
      let isOpen = true;
      return {
        folder: FOLDER,
        get isOpen() {
          return isOpen;
        },
        async execute(code, { signal = new AbortController().signal } = {}) {
          seen.push(`run ${code}`);
          const result = await play(code, signal);
          if (result.status !== undefined && result.status !== 'completed') isOpen = false;
          return { status: 'completed', outputs: [], files: [], ...result };
        },
        async addFile({ name, content }) {
          const chunks: Uint8Array[] = [];
          for await (const chunk of content instanceof Uint8Array ? [content] : content) chunks.push(chunk);
          seen.push(`add ${name}: ${await new Blob(chunks as Uint8Array<ArrayBuffer>[]).text()}`);
        },
        async close() {
          isOpen = false;
          seen.push('close');
        },
      };
    },
  };
}

/** A file that code has written into the folder of its session. */
export function writtenFile(name: string, text: string) {
  const bytes = new TextEncoder().encode(text);
  return {
    path: `${FOLDER}/${name}`,
    bytes: bytes.byteLength,
    async *content() {
      yield bytes;
    },
  };
}
