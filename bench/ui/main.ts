/**
 * Threadkit's `Chat` beside pages without a framework, and beside its peers. `--quick` takes two minutes and leaves
 * the peers out; `--only threadkit,floor-win`, `--workloads W1,W4`, `--repeat 3`, `--json file`.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { chromiumLaunch } from '../../scripts/browser.ts';
import { buildPages } from './build-pages.ts';
import { candidates } from './candidates.ts';
import { measurePage, type Sample } from './measure-page.ts';
import { servePages } from './serve-pages.ts';
import { workloads } from './workloads.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    workloads: { type: 'string' },
    repeat: { type: 'string', default: '1' },
  },
});
const only = values.only?.split(',');
const wanted = values.workloads?.split(',');
const chosen = candidates.filter(({ name, isPeer }) => (only ? only.includes(name) : !isPeer));
const server = await servePages(await buildPages(chosen));
const browser = await chromium.launch(chromiumLaunch());
for (let turn = 0; turn < Number(values.repeat); turn += 1) {
  for (const workload of workloads) {
    if (wanted && !wanted.includes(workload.id)) continue;
    for (const candidate of chosen) {
      const t = performance.now();
      try {
        const samples = await measurePage({
          browser,
          url: `${server.url}/${candidate.name}/`,
          workload,
          budgetMs: 4000,
        });
        for (const { keysMs, ...s } of samples)
          console.log(
            candidate.name,
            JSON.stringify(s),
            (s.cpuMs / (s.deltas ?? 1)).toFixed(4),
            keysMs?.toSorted((a, b) => a - b)[Math.floor(keysMs.length * 0.95)],
            Math.round(performance.now() - t),
          );
      } catch (e) {
        console.log(candidate.name, workload.id, String(e).slice(0, 400));
      }
    }
  }
}
await browser.close();
server.stop();
