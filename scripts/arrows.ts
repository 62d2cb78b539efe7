import { posix } from 'node:path';

/** A shipped source file and its imports. */
export interface SourceFile {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  /** Specifiers as written: `./x.ts`, `@threadkit/core`, `react`. */
  readonly imports: readonly string[];
}

interface Rule {
  /** Path prefix of the files that the rule applies to. */
  readonly from: string;
  /** Path or specifier prefixes that these files may import from `area`. */
  readonly mayImport: readonly string[];
  /** Prefix of the imports that the rule restricts; other imports are ignored. */
  readonly area: string;
  /** Part of the failure message. */
  readonly because: string;
}

const packageArrows =
  'Between packages: ui → react → core, server → @threadkit/core/api and @threadkit/core/tools, examples → any entry but the internal ones.';
const coreArrows =
  'Inside core: thread ▶ client ▶ errors ▶ api, client ▶ wire ▶ api, thread ▶ run ▶ api, thread ▶ tools. ' +
  'The pure folders api, wire and run never import effectful ones.';
const threadArrows = 'Inside core/thread: the controller ▶ send ▶ tools ▶ follow ▶ state; all ▶ types.ts.';
const reactArrows =
  'Inside react: hooks ▶ hooks/internal ▶ provider, query, thread-view; hooks ▶ composer-draft, run-recording; ' +
  'mutations ▶ provider, query; vector-stores ▶ mutations, hooks/internal, provider, query; ' +
  'provider ▶ query, thread-view, composer-draft; thread-view ▶ query.';
const uiArrows =
  'Inside ui: chat ▶ run, composer, message, thread, tool, markdown; run ▶ message, tool, markdown; composer ▶ message; ' +
  'message ▶ thread, markdown; tool ▶ message, markdown; all ▶ internals, locales, load-lazy-parts.';
const serverArrows =
  'Inside server: node ▶ server ▶ routes ▶ routes/objects ▶ schemas ▶ http; routes and http ▶ runs and storage; ' +
  'server ▶ retrieval and ingest, routes and runs ▶ the search of retrieval; ' +
  'runs ▶ only the interfaces of storage and engines; storage and engines import neither HTTP code nor each other; ' +
  'files, retrieval and ingest ▶ the interface of storage, ingest ▶ retrieval and files, retrieval and ingest ▶ the interface of documents; ' +
  'contract ▶ the interface of engines; embeddings ▶ the errors of engines, retrieval and ingest ▶ embeddings; ' +
  'code, documents, mcp, opentelemetry and all others ▶ shared.';

const betweenPackages = (from: string, mayImport: readonly string[]): Rule => ({
  from: `packages/${from}/src/`,
  mayImport,
  area: '@threadkit/',
  because: packageArrows,
});

/** Creates rules for the folders of an area. Every folder may import `forAll`. A name is a folder or a file. */
const foldersOf =
  (area: string, because: string, ...forAll: string[]) =>
  (folder: string, ...mayImport: string[]): Rule => ({
    from: `${area}${folder}/`,
    mayImport: [folder, ...mayImport, ...forAll].map(
      (name) => `${area}${name}${name.endsWith('.ts') ? '' : '/'}`,
    ),
    area,
    because,
  });

const inCore = foldersOf('packages/core/src/', coreArrows, 'parse-json.ts', 'is-record.ts');
const inThread = foldersOf('packages/core/src/thread/', threadArrows, 'types.ts');
const inReact = foldersOf('packages/react/src/', reactArrows);
const inUi = foldersOf('packages/ui/src/', uiArrows, 'internals', 'locales', 'load-lazy-parts.ts');
const inServer = foldersOf('packages/server/src/', serverArrows);

const rules: readonly Rule[] = [
  betweenPackages('core', []),
  betweenPackages('react', ['@threadkit/core']),
  betweenPackages('ui', ['@threadkit/react', '@threadkit/core']),
  betweenPackages('server', ['@threadkit/core/api', '@threadkit/core/tools']),
  // The entry is not covered by semantic versioning: only packages of the same version may import it.
  ...['@threadkit/core/internal', '@threadkit/react/internal'].map((area) => ({
    from: 'examples/',
    mayImport: [],
    area,
    because: packageArrows,
  })),

  inCore('api'),
  inCore('errors', 'api'),
  inCore('environment', 'errors'),
  inCore('wire', 'api'),
  inCore('run', 'api'),
  inCore('client', 'api', 'wire', 'errors', 'environment'),
  inCore('tools', 'api', 'errors', 'run', 'environment'),
  inCore('thread', 'api', 'errors', 'environment', 'run', 'client', 'tools'),

  inThread('state'),
  inThread('follow', 'state'),
  inThread('tools', 'follow', 'state'),
  inThread('send', 'tools', 'follow', 'state'),

  inReact('query'),
  inReact('composer-draft'),
  inReact('run-recording'),
  inReact('thread-view', 'query'),
  inReact('provider', 'query', 'thread-view', 'composer-draft'),
  inReact('mutations', 'provider', 'query'),
  inReact('hooks/internal', 'provider', 'query', 'thread-view'),
  inReact('vector-stores', 'provider', 'query', 'mutations', 'hooks/internal'),
  inReact('hooks', 'provider', 'query', 'thread-view', 'composer-draft', 'run-recording'),

  inUi('locales'),
  inUi('internals'),
  inUi('thread'),
  inUi('markdown'),
  inUi('message', 'thread', 'markdown'),
  inUi('tool', 'message', 'markdown'),
  inUi('run', 'message', 'tool', 'markdown'),
  inUi('composer', 'message'),
  inUi('assistant'),
  inUi('thread-list'),
  inUi('chat', 'run', 'composer', 'message', 'thread', 'tool', 'markdown'),

  inServer('shared'),
  inServer('contract', 'shared', 'engines/engine.ts', 'engines/engine-error.ts'),
  inServer('code', 'shared'),
  inServer('documents', 'shared'),
  inServer('mcp', 'shared'),
  inServer('opentelemetry', 'shared'),
  inServer('engines', 'shared'),
  inServer('embeddings', 'shared', 'engines/engine-error.ts', 'engines/provider'),
  inServer('storage', 'shared'),
  inServer(
    'retrieval',
    'documents/document-reader.ts',
    'embeddings/embedder.ts',
    'shared',
    'storage/storage.ts',
    'storage/vector-store-storage.ts',
  ),
  inServer('files', 'shared', 'storage/storage.ts', 'storage/quota.ts'),
  inServer(
    'ingest',
    'shared',
    'documents/document-reader.ts',
    'embeddings/embedder.ts',
    'files/stored-files.ts',
    'retrieval',
    'storage/storage-unavailable-error.ts',
    'storage/vector-store-storage.ts',
  ),
  inServer(
    'runs',
    'shared',
    'code/code-executor.ts',
    'files/stored-files.ts',
    'engines/engine.ts',
    'engines/engine-error.ts',
    'retrieval/search-vector-store.ts',
    'storage/storage.ts',
    'storage/quota.ts',
    'storage/storage-unavailable-error.ts',
    'storage/vector-store-objects.ts',
    'storage/vector-store-storage.ts',
  ),
  inServer('http', 'shared', 'storage', 'runs/run-stream-item.ts'),
  inServer('schemas', 'http', 'shared', 'storage'),
  inServer(
    'routes',
    'http',
    'ingest',
    'retrieval/search-vector-store.ts',
    'runs',
    'schemas',
    'shared',
    'storage',
  ),
  inServer('routes/objects', 'http', 'runs', 'schemas', 'shared', 'storage'),
  inServer(
    'server',
    'code/code-executor.ts',
    'documents/document-reader.ts',
    'embeddings',
    'engines',
    'files',
    'http',
    'ingest',
    'retrieval',
    'routes',
    'runs',
    'shared',
    'storage',
  ),
  inServer('node', 'code', 'documents', 'embeddings', 'engines', 'files', 'http', 'server', 'storage'),
];

/** `packages/x` or `examples/x`: relative imports must stay inside this folder. */
const rootOf = (path: string): string => path.split('/').slice(0, 2).join('/');

/** A prefix that ends with a slash is a folder; any other is a file, or a package with its subpaths. */
const isWithin = (target: string, prefix: string): boolean =>
  prefix.endsWith('/') ? target.startsWith(prefix) : target === prefix || target.startsWith(`${prefix}/`);

function resolve(file: SourceFile, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(posix.dirname(file.path), specifier) : specifier;
}

/**
 * Returns one message per import that breaks a rule; the message contains the rule.
 *
 * @param publicEntries - every specifier that packages export, e.g. `@threadkit/core/api`
 */
export function findBrokenImports(
  files: readonly SourceFile[],
  publicEntries: ReadonlySet<string>,
): string[] {
  return files.flatMap((file) =>
    file.imports.flatMap((specifier) => {
      const target = resolve(file, specifier);
      const broken = (because: string) => [`${file.path} imports ${specifier}\n    ${because}`];
      if (specifier.startsWith('.') && rootOf(target) !== rootOf(file.path)) {
        return broken(`A relative import must stay inside ${rootOf(file.path)}. ${packageArrows}`);
      }
      if (isWithin(target, '@threadkit/') && !publicEntries.has(target)) {
        return broken(`${target} is not an entry of its package. ${packageArrows}`);
      }
      return rules
        .filter((rule) => isWithin(file.path, rule.from) && isWithin(target, rule.area))
        .filter((rule) => !rule.mayImport.some((prefix) => isWithin(target, prefix)))
        .flatMap((rule) => broken(rule.because));
    }),
  );
}
