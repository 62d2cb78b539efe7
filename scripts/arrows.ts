import { posix } from 'node:path';

/** A shipped source file and what it imports, both relative to the repository with forward slashes. */
export interface SourceFile {
  readonly path: string;
  /** Specifiers as written: `./x.ts`, `@threadkit/core`, `react`. */
  readonly imports: readonly string[];
}

interface Rule {
  /** Whom it binds: a folder or a file, by its path's beginning. */
  readonly from: string;
  /** What these files may know of the area below, by the target's beginning. */
  readonly mayImport: readonly string[];
  /** The area the rule speaks about; imports outside of it are not its business. */
  readonly area: string;
  /** Stands in the failure message. */
  readonly because: string;
}

const packageArrows =
  'Between packages: ui → react → core, server → @threadkit/core/api, examples → anything public.';
const coreArrows =
  'Inside core: thread ▶ client ▶ errors ▶ api, client ▶ wire ▶ api, thread ▶ run ▶ api, thread ▶ tools. ' +
  'The pure folders api, wire and run never import effectful ones.';
const serverArrows =
  'Inside server: http and routes know runs and storage; runs knows only the Storage and Engine interfaces; ' +
  'storage and engines know neither HTTP nor each other.';

const between = (from: string, mayImport: readonly string[]): Rule => ({
  from: `packages/${from}/src/`,
  mayImport,
  area: '@threadkit/',
  because: packageArrows,
});

const inCore = (folder: string, ...mayImport: string[]): Rule => ({
  from: `packages/core/src/${folder}/`,
  mayImport: [folder, ...mayImport].map((name) => `packages/core/src/${name}/`),
  area: 'packages/core/src/',
  because: coreArrows,
});

const inServer = (folder: string, stranger: string, ...interfaces: string[]): Rule => ({
  from: `packages/server/src/${folder}/`,
  mayImport: interfaces.map((file) => `packages/server/src/${file}`),
  area: `packages/server/src/${stranger}/`,
  because: serverArrows,
});

const rules: readonly Rule[] = [
  between('core', []),
  between('react', ['@threadkit/core']),
  between('ui', ['@threadkit/react', '@threadkit/core']),
  between('server', ['@threadkit/core/api']),

  inCore('api'),
  inCore('errors', 'api'),
  inCore('environment', 'errors'),
  inCore('wire', 'api'),
  inCore('run', 'api'),
  inCore('client', 'api', 'wire', 'errors', 'environment'),
  inCore('tools', 'api', 'errors', 'run', 'environment'),
  inCore('thread', 'api', 'errors', 'environment', 'run', 'client', 'tools'),

  inServer('runs', 'http'),
  inServer('runs', 'routes'),
  inServer('runs', 'storage', 'storage/storage.ts', 'storage/run-life.ts'),
  inServer('runs', 'engines', 'engines/engine.ts', 'engines/engine-error.ts'),
  inServer('storage', 'http'),
  inServer('storage', 'routes'),
  inServer('storage', 'runs'),
  inServer('storage', 'engines'),
  inServer('engines', 'http'),
  inServer('engines', 'routes'),
  inServer('engines', 'runs'),
  inServer('engines', 'storage'),
];

/** `packages/x` or `examples/x`: the folder a relative import must not leave. */
const homeOf = (path: string): string => path.split('/').slice(0, 2).join('/');

/** A folder begins with its slash, a file or package is itself or has subpaths. */
const isWithin = (target: string, place: string): boolean =>
  place.endsWith('/') ? target.startsWith(place) : target === place || target.startsWith(`${place}/`);

function resolve(file: SourceFile, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(posix.dirname(file.path), specifier) : specifier;
}

/**
 * One line per import that breaks a rule, with the rule in it.
 *
 * @param publicEntries - every specifier that packages export, e.g. `@threadkit/core/api`
 */
export function brokenArrows(files: readonly SourceFile[], publicEntries: ReadonlySet<string>): string[] {
  return files.flatMap((file) =>
    file.imports.flatMap((specifier) => {
      const target = resolve(file, specifier);
      const broken = (because: string) => [`${file.path} imports ${specifier}\n    ${because}`];
      if (specifier.startsWith('.') && homeOf(target) !== homeOf(file.path)) {
        return broken(`A relative import stays inside ${homeOf(file.path)}. ${packageArrows}`);
      }
      if (isWithin(target, '@threadkit/') && !publicEntries.has(target)) {
        return broken(`${target} is not an entry of its package. ${packageArrows}`);
      }
      return rules
        .filter((rule) => isWithin(file.path, rule.from) && isWithin(target, rule.area))
        .filter((rule) => !rule.mayImport.some((place) => isWithin(target, place)))
        .flatMap((rule) => broken(rule.because));
    }),
  );
}
