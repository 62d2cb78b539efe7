/**
 * Threadkit's `Chat` beside pages without a framework, naive pages and its peers: W1 to W7, growth, 20 threads, a slow
 * processor. Everything in turn, each visit on a fresh page. Writes the report into `docs/performance.md`.
 *
 * `--quick` (two minutes, no peers), `--only threadkit,floor-win`, `--workloads W1,W4`, `--repeat 3`,
 * `--peer-repeat 1`, `--json file`, `--from file` (report again what was measured before), `--write`, `--profile folder`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { chromiumLaunch } from '../../scripts/browser.ts';
import { repositoryRoot } from '../../scripts/repository-root.ts';
import { buildPages } from './build-pages.ts';
import { installPeers, readPeerVersions } from './install-peers.ts';
import { describeMachine } from './machine.ts';
import { type Options, readOptions } from './options.ts';
import { drawPicture } from './picture.ts';
import { writeReport } from './report.ts';
import type { RunRecord } from './run-record.ts';
import { runTurns } from './run-turns.ts';
import { servePages } from './serve-pages.ts';
import { measureChat, measureSizes } from './sizes.ts';
import { writeBetween } from './write-between.ts';

const MARKERS = {
  start: '<!-- written by bench/ui: pnpm bench -->',
  end: '<!-- end of what bench/ui has written -->',
};

async function measure(options: Options): Promise<RunRecord> {
  const { candidates } = options;
  const hasPeers = candidates.some(({ isPeer }) => isPeer);
  if (hasPeers) installPeers();
  const keepNames = options.profile !== undefined;
  if (options.profile !== undefined) mkdirSync(options.profile, { recursive: true });
  const [files, sizes] = await Promise.all([buildPages(candidates, { keepNames }), measureSizes(candidates)]);
  const server = await servePages(files);
  const browser = await chromium.launch(chromiumLaunch());
  try {
    const machine = describeMachine(browser);
    const onVisit = (line: string): void => console.error(line);
    const found = await runTurns({ ...options, browser, url: server.url, onVisit });
    const { repeat, peerRepeat } = options;
    const chatKib = await measureChat();
    const record = { machine, repeat, peerRepeat, sizes, chatKib, ...found };
    return hasPeers ? { ...record, peers: readPeerVersions() } : record;
  } finally {
    await browser.close();
    server.stop();
  }
}

const options = readOptions(process.argv.slice(2));
const record: RunRecord =
  options.from === undefined ? await measure(options) : JSON.parse(readFileSync(options.from, 'utf8'));
if (options.json !== undefined) writeFileSync(options.json, JSON.stringify(record));
const report = writeReport(record);
console.log(report);
if (options.write) {
  const file = join(repositoryRoot, 'docs/performance.md');
  writeFileSync(file, writeBetween(readFileSync(file, 'utf8'), MARKERS, report));
  writeFileSync(join(repositoryRoot, 'docs/images/performance.svg'), drawPicture(record));
}
