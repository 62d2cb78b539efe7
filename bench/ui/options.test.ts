import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

describe('readOptions', () => {
  it('readOptions measures everything and writes the report without arguments', () => {
    const { candidates, repeat, peerRepeat, write } = readOptions([]);
    expect(candidates.some(({ isPeer }) => isPeer)).toBe(true);
    expect({ repeat, peerRepeat, write }).toEqual({ repeat: 3, peerRepeat: 1, write: true });
  });

  it('readOptions excludes peers and does not write the report with --quick', () => {
    const { candidates, repeat, write } = readOptions(['--quick']);
    expect(candidates.some(({ isPeer }) => isPeer)).toBe(false);
    expect({ repeat, write }).toEqual({ repeat: 1, write: false });
  });

  it('readOptions keeps the defined order of candidates and workloads, regardless of the order of the names', () => {
    const { candidates, workloads } = readOptions(['--only', 'threadkit,null', '--workloads', 'W4,W1']);
    expect(candidates.map(({ name }) => name)).toEqual(['null', 'threadkit']);
    expect(workloads.map(({ id }) => id)).toEqual(['W1', 'W4']);
  });

  it('readOptions adds mount-only workloads for W5, unless W2 or W3 already mount the same thread', () => {
    expect(readOptions(['--workloads', 'W5']).workloads.map(({ phases }) => phases)).toEqual([[], []]);
    const { workloads } = readOptions(['--workloads', 'W2,W5']);
    expect(workloads.map(({ id, mountRow }) => `${id} ${mountRow}`)).toEqual(['W2 W5 500', 'W5 W5 5000']);
  });

  it('readOptions throws an error that lists the valid names for an unknown candidate', () => {
    expect(() => readOptions(['--only', 'vue'])).toThrow(
      /Unknown name: vue\. Choose from null, client, floor-win/,
    );
  });
});
