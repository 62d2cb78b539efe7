import { describe, expect, it } from 'vitest';
import { createLinkedAbort } from './linked-abort.ts';

describe('createLinkedAbort', () => {
  it('aborts with the first of the other signals, and with its reason', () => {
    const [one, two] = [new AbortController(), new AbortController()];
    const linked = createLinkedAbort(one.signal, two.signal);
    expect(linked.signal.aborted).toBe(false);
    two.abort('two');
    one.abort('one');
    expect(linked.signal.reason).toBe('two');
  });

  it('is aborted from the start when one of the other signals is', () => {
    expect(createLinkedAbort(AbortSignal.abort('before')).signal.reason).toBe('before');
  });

  it('aborts alone, and not with the others after it was unlinked', () => {
    const other = new AbortController();
    const [alone, unlinked] = [createLinkedAbort(other.signal), createLinkedAbort(other.signal)];
    alone.abort('alone');
    expect([alone.signal.reason, other.signal.aborted]).toEqual(['alone', false]);
    unlinked.unlink();
    other.abort();
    expect(unlinked.signal.aborted).toBe(false);
  });
});
