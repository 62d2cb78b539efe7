/**
 * Compares Threadkit's `Chat` with pages without a framework, naive pages and peers: W1 to W7, growth, 20 threads, CPU
 * throttling. Measures the candidates alternately, each time on a fresh page. Writes the report into
 * `docs/performance.md`. bench/README.md describes the options.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { chromiumLaunch } from '../../scripts/browser.ts';
import { repositoryRoot } from '../../scripts/repository-root.ts';
import { replaceSection } from '../replace-section.ts';
import { buildPages } from './build-pages.ts';
import { drawChart } from './chart.ts';
import { installPeers, readPeerVersions } from './install-peers.ts';
import { describeMachine } from './machine.ts';
import { type Options, readOptions } from './options.ts';
import { renderReport } from './report.ts';
import type { RunRecord } from './run-record.ts';
import { runRepetitions } from './run-repetitions.ts';
import { servePages } from './serve-pages.ts';
import { measureChat, measureSizes } from './sizes.ts';

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
    const results = await runRepetitions({ ...options, browser, url: server.url, onVisit });
    const { repeat, peerRepeat } = options;
    const chatKib = await measureChat();
    const record = { machine, repeat, peerRepeat, sizes, chatKib, ...results };
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
const report = renderReport(record);
console.log(report);
if (options.write) {
  const file = join(repositoryRoot, 'docs/performance.md');
  writeFileSync(file, replaceSection(readFileSync(file, 'utf8'), 'bench:ui', report));
  writeFileSync(join(repositoryRoot, 'docs/images/performance.svg'), drawChart(record));
}
