import { describe, expect, it } from 'vitest';
import { exampleRecord } from './example-record.ts';
import { renderReport } from './report.ts';

const report = renderReport(exampleRecord);
const lineWith = (text: string): string => report.split('\n').find((line) => line.includes(text)) ?? '';

describe('renderReport', () => {
  it('renderReport compares targets with the median of the ratios within a repetition', () => {
    // 140/100 and 180/120
    expect(lineWith('(W1)')).toBe(
      '| 1. per delta in an empty thread, × floor-win (W1) | ≤ 1.5 × | 1.45 (1.40–1.50) | 1.90 × | **reached** |',
    );
    expect(lineWith('(W3)')).toContain('| missed |');
    expect(lineWith('(W4)')).toContain('| not measured |');
    expect(lineWith('6. `Chat`')).toContain('| ≤ 56 KiB | 57.2 |  | missed |');
    expect(lineWith('heap with 5,000')).toContain('12.0 (10.0–14.0) |  | **reached** |');
  });

  it('renderReport shows ratios to floor-win, and the number of deltas that a slow page processed', () => {
    expect(lineWith('| AI SDK + Streamdown |')).toContain('40.0 [100] | 2,000 ×');
    expect(lineWith('| **Threadkit** | 0.032')).toContain('| 0.044 (0.040–0.048) | 2.00 × |');
  });

  it('renderReport lists the versions of the peers', () => {
    expect(report).toContain('Peers: ai 7.0.173, streamdown 2.7.1.');
  });

  it('renderReport shows the best peer of a row with its ratio to Threadkit', () => {
    expect(lineWith('| W3, per delta')).toBe(
      '| W3, per delta after 5,000 messages | AI SDK + Streamdown | 1,000 × |',
    );
  });

  it('renderReport lists warnings and failures', () => {
    expect(report).toContain('- AI SDK + Streamdown, W3: an error was thrown');
    expect(report).toContain('- naive, W3, could not be measured: timed out');
  });

  it('renderReport omits sections without measurements', () => {
    expect(report).not.toContain('### W7');
    expect(report).not.toContain('### Growth');
  });
});
