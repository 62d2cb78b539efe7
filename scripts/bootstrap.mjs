// Brings the pinned pnpm, the packages and the project's own Node, then runs scripts/demo.ts or scripts/test.ts.
// Plain JavaScript without dependencies: this is the one file that runs on the Node a machine happens to have.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const toolsDir = join(root, '.tools');
/** Written after each install, and not committed. */
const markedLexerFile = join(root, 'packages', 'ui', 'src', 'markdown', 'streaming', 'marked-lexer.js');
const stampFile = join(root, 'node_modules', '.threadkit-install');
const isWindows = process.platform === 'win32';
const commands = { demo: 'demo.ts', test: 'test.ts' };

const say = (text) => process.stdout.write(`${text}\n`);

/** Ends the program with what went wrong and what to do. */
class SetupError extends Error {}

const env = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  STORYBOOK_DISABLE_TELEMETRY: '1',
  COREPACK_ENABLE_DOWNLOAD_PROMPT: '0',
};

function isAtLeast(version, major, minor) {
  const [haveMajor = 0, haveMinor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return haveMajor > major || (haveMajor === major && haveMinor >= minor);
}

// On Windows npm and pnpm are batch files, which only a shell starts, and a shell cuts paths at their spaces.
const quote = (text) => (isWindows && /\s/.test(text) ? `"${text}"` : text);

/** Runs a command to its end. On a terminal its output is shown, elsewhere only when it failed. */
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

/** The exact version that package.json's `packageManager` names, as everywhere else. */
function pinnedPnpm() {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const version = /^pnpm@(\d+\.\d+\.\d+)/.exec(packageManager ?? '')?.[1];
  if (version === undefined) {
    throw new SetupError(`package.json names no exact pnpm in "packageManager": ${packageManager}`);
  }
  return version;
}

function versionOf(command) {
  // Asked from the temporary folder: inside the repository another pnpm would go looking for the pinned one.
  const result = spawnSync(quote(command), ['--version'], {
    cwd: tmpdir(),
    env,
    shell: isWindows,
    encoding: 'utf8',
  });
  return result.status === 0 ? result.stdout.trim() : undefined;
}

/** Path of the pinned pnpm: the one in .tools, else one on PATH, else a new one in .tools. */
function bringPnpm() {
  const wanted = pinnedPnpm();
  const own = join(toolsDir, 'node_modules', '.bin', isWindows ? 'pnpm.cmd' : 'pnpm');
  if (existsSync(own) && versionOf(own) === wanted) return own;
  if (versionOf('pnpm') === wanted) return 'pnpm';
  say(`Bringing pnpm ${wanted} into .tools …`);
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
      `pnpm@${wanted}`,
    ],
    `pnpm ${wanted} could not be installed into .tools. Is the npm registry reachable?`,
  );
  if (versionOf(own) !== wanted) {
    throw new SetupError(
      `pnpm ${wanted} was installed into .tools but does not start. ` +
        'Delete .tools and try again; if npm is set to skip install scripts, allow them for this command.',
    );
  }
  return own;
}

/** What an install follows from: the packages, and how marked's lexer is written. */
const INSTALL_INPUTS = [
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'scripts/marked-lexer.mjs',
  'scripts/marked-cuts.mjs',
];

/** Changes whenever the packages would: then, and only then, they are installed again. */
function installStamp() {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const file of INSTALL_INPUTS) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function installPackages() {
  const stamp = installStamp();
  const isInstalled = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
  if (isInstalled && existsSync(markedLexerFile)) return;
  const pnpm = bringPnpm();
  say('Installing packages (about half a minute the first time) …');
  run(
    pnpm,
    ['install', '--frozen-lockfile', '--config.confirmModulesPurge=false'],
    'The packages could not be installed. Is the npm registry reachable?',
  );
  // pnpm leaves it out where it finds nothing to install.
  run(process.execPath, [join(root, 'scripts', 'marked-lexer.mjs')], 'marked could not be read.');
  writeFileSync(stampFile, stamp);
}

/** The project's own Node from node_modules; where there is none for this platform, a machine's Node from 22.18 on. */
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
    // A machine without glibc has the file but cannot start it.
    if (spawnSync(binary, ['--version']).status === 0) return binary;
  }
  if (isAtLeast(process.version, 22, 18)) return process.execPath;
  throw new SetupError(
    `Threadkit runs on Node 24 and brings it for Linux (x64, arm64) and Windows (x64). ` +
      `For ${process.platform}-${process.arch} there is none: please install Node 22.18 or later (this is ${process.version}).`,
  );
}

/** Runs the script in the foreground; signals and the exit code pass through. */
function runScript(node, script, args) {
  const bins = [dirname(node), join(root, 'node_modules', '.bin'), join(toolsDir, 'node_modules', '.bin')];
  const child = spawn(node, [join(root, 'scripts', script), ...args], {
    cwd: root,
    env: { ...env, PATH: [...bins, process.env.PATH].join(delimiter) },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the child as well; anyone else only to us.
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
    throw new SetupError(`Node 20.19 or later is needed to set Threadkit up; this is ${process.version}.`);
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
