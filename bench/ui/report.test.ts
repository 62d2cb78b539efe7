import { describe, expect, it } from 'vitest';
import { exampleRecord } from './example-record.ts';
import { writeReport } from './report.ts';

const report = writeReport(exampleRecord);
const lineWith = (text: string): string => report.split('\n').find((line) => line.includes(text)) ?? '';

describe('writeReport', () => {
  it('judges the targets by the medians of ratios within one repetition', () => {
    // 140/100 and 180/120
    expect(lineWith('(W1)')).toBe(
      '| 1. a delta in an empty thread, × floor-win (W1) | ≤ 1.5 × | 1.45 (1.40–1.50) | 1.90 × | **reached** |',
    );
    expect(lineWith('(W3)')).toContain('| missed |');
    expect(lineWith('(W4)')).toContain('| not measured |');
    expect(lineWith('the drop-in `Chat`')).toContain('| ≤ 56 KiB | 57.2 |  | missed |');
    expect(lineWith('heap with 5,000')).toContain('12.0 (10.0–14.0) |  | **reached** |');
  });

  it('sets every page beside the floor, and says how many deltas a slow one took', () => {
    expect(lineWith('| AI SDK + Streamdown |')).toContain('40.0 [100] | 2,000 ×');
    expect(lineWith('| **Threadkit** | 0.032')).toContain('| 0.044 (0.040–0.048) | 2.00 × |');
  });

  it('tells with which versions it was compared', () => {
    expect(report).toContain('Peers: ai 7.0.173, streamdown 2.7.1.');
  });

  it('names the best peer of a row, and how far it is behind', () => {
    expect(lineWith('| W3, with 5,000')).toBe(
      '| W3, with 5,000 messages there | AI SDK + Streamdown | 1,000 × |',
    );
  });

  it('hides nothing that went wrong', () => {
    expect(report).toContain('- AI SDK + Streamdown, W3: it stuttered');
    expect(report).toContain('- naive, W3, could not be measured: it never came');
  });

  it('leaves out the sections that nothing was measured for', () => {
    expect(report).not.toContain('### W7');
    expect(report).not.toContain('### Growth');
  });
});
