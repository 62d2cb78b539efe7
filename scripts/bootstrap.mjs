// Installs the pinned pnpm, the packages and the project's Node, then runs scripts/demo.ts or scripts/test.ts.
// Plain JavaScript without dependencies, because this file runs on the machine's Node, before the install.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const toolsDir = join(root, '.tools');
/** Generated after each install, not committed. */
const markedLexerFile = join(root, 'packages', 'ui', 'src', 'markdown', 'streaming', 'marked-lexer.js');
const stampFile = join(root, 'node_modules', '.threadkit-install');
const isWindows = process.platform === 'win32';
const commands = { demo: 'demo.ts', test: 'test.ts' };

const print = (text) => process.stdout.write(`${text}\n`);

/** An error that ends the program with its message, without a stack trace. The message says what to do. */
class SetupError extends Error {}

const env = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  STORYBOOK_DISABLE_TELEMETRY: '1',
  COREPACK_ENABLE_DOWNLOAD_PROMPT: '0',
};

function isAtLeast(version, major, minor) {
  const [actualMajor = 0, actualMinor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return actualMajor > major || (actualMajor === major && actualMinor >= minor);
}

// On Windows npm and pnpm are batch files, which need a shell, and a shell splits paths at spaces.
const quote = (text) => (isWindows && /\s/.test(text) ? `"${text}"` : text);

/** Runs a command and waits for its end. Outside a terminal, its output is printed only when it fails. */
function run(command, args, failure) {
  const isTerminal = process.stdout.isTTY;
  const result = spawnSync(quote(command), args.map(quote), {
    cwd: root,
    env,
    shell: isWindows,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', isTerminal ? 'inherit' : 'pipe', isTerminal ? 'inherit' : 'pipe'],
  });
  if (result.status === 0) return;
  const output = [result.stdout, result.stderr, result.error?.message].filter(Boolean).join('\n').trim();
  throw new SetupError(`${failure}\n${output}`.trim());
}

/** The exact pnpm version from `packageManager` in package.json. */
function pinnedPnpm() {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const version = /^pnpm@(\d+\.\d+\.\d+)/.exec(packageManager ?? '')?.[1];
  if (version === undefined) {
    throw new SetupError(`package.json names no exact pnpm in "packageManager": ${packageManager}`);
  }
  return version;
}

function versionOf(command) {
  // In the temporary folder, because inside the repository another pnpm version would try to download the pinned one.
  const result = spawnSync(quote(command), ['--version'], {
    cwd: tmpdir(),
    env,
    shell: isWindows,
    encoding: 'utf8',
  });
  return result.status === 0 ? result.stdout.trim() : undefined;
}

/** Returns the path of the pinned pnpm: in .tools, else on PATH, else newly installed in .tools. */
function ensurePnpm() {
  const version = pinnedPnpm();
  const own = join(toolsDir, 'node_modules', '.bin', isWindows ? 'pnpm.cmd' : 'pnpm');
  if (existsSync(own) && versionOf(own) === version) return own;
  if (versionOf('pnpm') === version) return 'pnpm';
  print(`Installing pnpm ${version} into .tools …`);
  run(
    'npm',
    [
      'install',
      '--prefix',
      toolsDir,
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      `pnpm@${version}`,
    ],
    `pnpm ${version} could not be installed into .tools. Is the npm registry reachable?`,
  );
  if (versionOf(own) !== version) {
    throw new SetupError(
      `pnpm ${version} was installed into .tools but does not start. ` +
        'Delete .tools and try again; if npm is set to skip install scripts, allow them for this command.',
    );
  }
  return own;
}

/** Files that require a new install when they change: the dependencies, and the generator of marked's lexer. */
const INSTALL_INPUTS = [
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'scripts/marked-lexer.mjs',
  'scripts/marked-cuts.mjs',
];

/** Hash of everything that an install depends on. */
function installStamp() {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const file of INSTALL_INPUTS) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function installPackages() {
  const stamp = installStamp();
  const isInstalled = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
  if (isInstalled && existsSync(markedLexerFile)) return;
  const pnpm = ensurePnpm();
  print('Installing packages (about half a minute the first time) …');
  run(
    pnpm,
    ['install', '--frozen-lockfile', '--config.confirmModulesPurge=false'],
    'The packages could not be installed. Is the npm registry reachable?',
  );
  // pnpm skips the `prepare` script when there is nothing to install.
  run(
    process.execPath,
    [join(root, 'scripts', 'marked-lexer.mjs')],
    'The lexer of marked could not be generated.',
  );
  writeFileSync(stampFile, stamp);
}

/** Path of the project's Node in node_modules; if there is none for this platform, the machine's Node, at least 22.18. */
function findNode() {
  const packageName = { linux: 'node-linux', win32: 'node-win' }[process.platform];
  const binary = join(
    root,
    'node_modules',
    `${packageName}-${process.arch}`,
    'bin',
    isWindows ? 'node.exe' : 'node',
  );
  if (packageName !== undefined && existsSync(binary)) {
    // Without glibc the file exists but does not start.
    if (spawnSync(binary, ['--version']).status === 0) return binary;
  }
  if (isAtLeast(process.version, 22, 18)) return process.execPath;
  throw new SetupError(
    `Threadkit installs Node 24 on Linux (x64, arm64) and Windows (x64), but not on ${process.platform}-${process.arch}. ` +
      `Install Node 22.18 or later (this is ${process.version}).`,
  );
}

/** Runs the script in the foreground, forwards signals to it, and exits with its exit code. */
function runScript(node, script, args) {
  const bins = [dirname(node), join(root, 'node_modules', '.bin'), join(toolsDir, 'node_modules', '.bin')];
  const child = spawn(node, [join(root, 'scripts', script), ...args], {
    cwd: root,
    env: { ...env, PATH: [...bins, process.env.PATH].join(delimiter) },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the child as well; other senders signal only this process.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => {
    process.stderr.write(`${node} could not be started: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
  });
}

function main() {
  const [command, ...args] = process.argv.slice(2);
  const script = Object.hasOwn(commands, command ?? '') ? commands[command] : undefined;
  if (script === undefined) throw new SetupError('Usage: node scripts/bootstrap.mjs demo|test');
  if (!isAtLeast(process.version, 20, 19)) {
    throw new SetupError(`Node 20.19 or later is needed to set up Threadkit; this is ${process.version}.`);
  }
  installPackages();
  runScript(findNode(), script, args);
}

try {
  main();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
