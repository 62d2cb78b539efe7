/**
 * Grades the ranking of the keyword index, beside `minisearch` with its defaults and FTS5 of SQLite, on the documentation of
 * dependencies, and measures its speed, also on each storage. `--write` writes the grades to `docs/retrieval.md`; `--rounds 9` sets the rounds of
 * the speed, and 0 leaves it out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryRoot } from '../../scripts/repository-root.ts';
import { replaceSection } from '../replace-section.ts';
import { reportQuality } from './report-quality.ts';
import { measureIngest, measureSearchMs, reportSpeed } from './report-speed.ts';
import { reportStorages } from './report-storages.ts';
import { reportVectors } from './report-vectors.ts';
import { loadRetrievalSet } from './retrieval-set.ts';

const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false }, rounds: { type: 'string', default: '9' } },
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
});
const rounds = Number(values.rounds);

const set = loadRetrievalSet();
const size = `${set.questions.length} questions, ${set.documents.size} documents, ${set.chunks.length} chunks`;
const quality = `${size}:\n\n${reportQuality(set)}`;
console.log(`${quality}\n`);
if (values.write) {
  const path = join(repositoryRoot, 'docs/retrieval.md');
  writeFileSync(path, replaceSection(readFileSync(path, 'utf8'), 'quality', quality));
}

if (rounds > 0) {
  console.log(`Speed, × minisearch, medians of ${rounds} rounds:\n\n${reportSpeed(set, rounds)}\n`);
  console.log(`From documents to the index: ${measureIngest(set, rounds).toFixed(1)} MB of text per second`);
  const { p50, p95 } = measureSearchMs(set);
  console.log(`Ranking of 50,000 chunks: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms\n`);
  console.log(`Files and searches with 50,000 chunks:\n\n${await reportStorages(set)}\n`);
  console.log(`The same in memory, with vectors:\n\n${await reportVectors(set)}`);
}
