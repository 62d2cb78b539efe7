import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { repositoryRoot } from '../scripts/repository-root.ts';
import { type AppPlan, editFile, writeFiles } from './app-folder.ts';
import { appEnvironment, type BackgroundProcess, startInBackground } from './background-process.ts';
import { replaceOnce } from './marked-blocks.ts';
import { nextGuideFiles, readmeApp, readmeFile } from './readme-code.ts';
import { runOrThrow } from './run-or-throw.ts';
import type { RunningApp } from './running-app.ts';

export const nextPlan: AppPlan = {
  name: 'next',
  template: 'next-app',
  dependencies: { '@tanstack/react-query': '^5.108.4', zod: '^4.6.7' },
};

export interface NextMode {
  readonly name: string;
  readonly isDevelopment: boolean;
  readonly hasCacheComponents: boolean;
}

/** Builds and serves the template with the files of the guide, and the README's chat on a second page. */
export async function startNextApp(
  folder: string,
  { name, isDevelopment, hasCacheComponents }: NextMode,
  processes: BackgroundProcess[],
): Promise<RunningApp[]> {
  const tools = readmeFile('src/tools.ts');
  writeFiles(folder, {
    ...nextGuideFiles(),
    'app/tools.ts': tools,
    'app/minimal/page.tsx': `'use client';\n${readmeApp('/v1')}`,
    'app/minimal/tools.ts': tools,
    ...serverComponentFiles,
  });
  replaceFonts(folder);
  // The unchanged template enables them.
  editFile(folder, 'next.config.ts', (config) =>
    hasCacheComponents
      ? config
      : replaceOnce(
          replaceOnce(config, '  cacheComponents: true,\n', ''),
          '  partialPrefetching: true,\n',
          '',
        ),
  );
  const env = appEnvironment(folder);
  if (!isDevelopment) await runOrThrow(['next', 'build'], { cwd: folder, env });
  const server = await startInBackground(['next', isDevelopment ? 'dev' : 'start', '--port', '0'], folder);
  processes.push(server);
  if (isDevelopment) {
    // `next dev` compiles a page on its first request: do that before the checks.
    for (const path of ['/', '/minimal', '/v1/assistants']) await (await fetch(server.url + path)).text();
  }
  const parts = await (await fetch(`${server.url}/parts`)).text();
  if (!parts.includes('data-slot="composer"')) {
    throw new Error(
      `${name}: a server component rendered Chat.Root without its composer.\n${parts.slice(0, 2000)}`,
    );
  }
  const app = { api: `${server.url}/v1`, dark: 'media' as const };
  return [
    { ...app, name, url: server.url, isPrefetched: true },
    { ...app, name: `${name}, minimal app`, url: `${server.url}/minimal`, isPrefetched: false },
  ];
}

/** A server component that renders parts such as `Chat.Root`, which is a property of a client component. */
const serverComponentFiles = {
  'app/parts/client.tsx': `'use client';
import { createClient } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import type { ReactNode } from 'react';

const client = createClient({ baseURL: '/v1', key: 'parts' });
export const Client = ({ children }: { children: ReactNode }) => (
  <ThreadkitProvider client={client}>{children}</ThreadkitProvider>
);
`,
  'app/parts/page.tsx': `import { Chat, Composer, Thread } from '@threadkit/ui';
import { Client } from './client';

export default function Page() {
  return (
    <Client>
      <Chat.Root assistantId="asst_demo">
        <Thread.Viewport><Chat.Timeline /></Thread.Viewport>
        <Chat.Composer><Composer.Input /><Composer.Send /></Chat.Composer>
      </Chat.Root>
    </Client>
  );
}
`,
};

/** Replaces the template's fonts, which are downloaded at build time, with a local one. */
function replaceFonts(folder: string): void {
  const inter = createRequire(join(repositoryRoot, 'package.json')).resolve('@fontsource-variable/inter');
  cpSync(join(dirname(inter), 'files', 'inter-latin-wght-normal.woff2'), join(folder, 'app', 'font.woff2'));
  editFile(folder, 'app/layout.tsx', (layout) => {
    const imported = replaceOnce(
      layout,
      'import { Geist, Geist_Mono } from "next/font/google";',
      'import localFont from "next/font/local";',
    );
    return replaceOnce(
      replaceOnce(imported, 'Geist({', 'localFont({\n  src: "./font.woff2",'),
      'Geist_Mono({',
      'localFont({\n  src: "./font.woff2",',
    ).replaceAll('  subsets: ["latin"],\n', '');
  });
}
