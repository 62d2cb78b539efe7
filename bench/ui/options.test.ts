import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

describe('readOptions', () => {
  it('measures everything and writes the report when nothing is said', () => {
    const { candidates, repeat, peerRepeat, write } = readOptions([]);
    expect(candidates.some(({ isPeer }) => isPeer)).toBe(true);
    expect({ repeat, peerRepeat, write }).toEqual({ repeat: 3, peerRepeat: 1, write: true });
  });

  it('leaves the peers and the report alone when it has to be quick', () => {
    const { candidates, repeat, write } = readOptions(['--quick']);
    expect(candidates.some(({ isPeer }) => isPeer)).toBe(false);
    expect({ repeat, write }).toEqual({ repeat: 1, write: false });
  });

  it('keeps the order of the turns, whatever the order of the names', () => {
    const { candidates, workloads } = readOptions(['--only', 'threadkit,null', '--workloads', 'W4,W1']);
    expect(candidates.map(({ name }) => name)).toEqual(['null', 'threadkit']);
    expect(workloads.map(({ id }) => id)).toEqual(['W1', 'W4']);
  });

  it('mounts alone for W5, and not twice beside W2 and W3', () => {
    expect(readOptions(['--workloads', 'W5']).workloads.map(({ legs }) => legs)).toEqual([[], []]);
    const { workloads } = readOptions(['--workloads', 'W2,W5']);
    expect(workloads.map(({ id, mountRow }) => `${id} ${mountRow}`)).toEqual(['W2 W5 500', 'W5 W5 5000']);
  });

  it('names what there is when asked for something else', () => {
    expect(() => readOptions(['--only', 'vue'])).toThrow(
      /There is no vue\. Choose from null, client, floor-win/,
    );
  });
});
