import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { repositoryRoot } from '../../scripts/repository-root.ts';
import { QUESTIONS } from './questions.ts';

/** Documents without a question, which make finding harder. */
const OTHERS = [
  'turbo/docs/crafting-your-repository/structuring-a-repository.mdx',
  'turbo/docs/crafting-your-repository/running-tasks.mdx',
  'turbo/docs/reference/package-configurations.mdx',
  'turbo/docs/reference/system-environment-variables.mdx',
  'turbo/docs/guides/tools/docker.mdx',
  'ai/docs/07-reference/01-ai-sdk-core/02-stream-text.mdx',
  'ai/docs/07-reference/02-ai-sdk-ui/01-use-chat.mdx',
  'ai/docs/04-ai-sdk-ui/03-chatbot-tool-usage.mdx',
  '@biomejs/biome/README.md',
  '@copilotkit/aimock/README.md',
  '@dwmkerr/mock-llm/README.md',
  '@modelcontextprotocol/sdk/README.md',
  '@opentelemetry/sdk-trace/README.md',
  'fast-check/README.md',
  'htmlparser2/README.md',
  'jose/README.md',
  'oxlint-tsgolint/README.md',
  'playwright/README.md',
];

/** Folders whose packages ship the documents: the lockfile pins their versions. */
const DEPENDENTS = ['.', 'packages/server', 'packages/ui'];

/** The texts of all documents, by package and path. */
export function readDocuments(): ReadonlyMap<string, string> {
  const names = [...Object.keys(QUESTIONS), ...OTHERS];
  return new Map(names.map((name) => [name, readFileSync(pathOf(name), 'utf8')]));
}

function pathOf(name: string): string {
  const parts = name.split('/');
  const packageName = parts.splice(0, name.startsWith('@') ? 2 : 1).join('/');
  for (const folder of DEPENDENTS) {
    const manifest = findManifest(packageName, join(repositoryRoot, folder, 'package.json'));
    if (manifest !== undefined) return join(dirname(manifest), ...parts);
  }
  throw new Error(
    `${packageName} is not a dependency of ${DEPENDENTS.join(', ')}: remove ${name} or install it.`,
  );
}

function findManifest(packageName: string, from: string): string | undefined {
  try {
    return findPackageJSON(packageName, from);
  } catch {
    return undefined;
  }
}
