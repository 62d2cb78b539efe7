import { expect, test } from 'vitest';
import { seccompFilter } from './seccomp-filter.ts';

/** What a kernel does with a filter, for the instructions that the filter has. */
function evaluate(
  filter: Uint8Array,
  call: { readonly arch: number; readonly nr: number; readonly flags?: number },
): number {
  const view = new DataView(filter.buffer);
  const words = new Map([
    [0, call.nr],
    [4, call.arch],
    [16, call.flags ?? 0],
  ]);
  let loaded = 0;
  for (let at = 0; ; at += 1) {
    const code = view.getUint16(at * 8, true);
    const value = view.getUint32(at * 8 + 4, true);
    if (code === 0x06) return value;
    if (code === 0x20) {
      loaded = words.get(value) ?? 0;
      continue;
    }
    const isTrue =
      code === 0x15 ? loaded === value : code === 0x35 ? loaded >= value : (loaded & value) !== 0;
    at += view.getUint8(at * 8 + (isTrue ? 2 : 3));
  }
}

const x64 = 0xc000003e;
const arm64 = 0xc00000b7;
const ALLOW = 0x7fff0000;
const KILL = 0x80000000;
const EPERM = 0x50001;
const ENOSYS = 0x50026;
const NEW_USER = 0x10000000;

test.each([
  ['read', 'x64', { arch: x64, nr: 0 }, ALLOW],
  ['execve', 'x64', { arch: x64, nr: 59 }, ALLOW],
  ['socket', 'x64', { arch: x64, nr: 41 }, EPERM],
  ['ptrace', 'x64', { arch: x64, nr: 101 }, EPERM],
  ['personality, the last one denied', 'x64', { arch: x64, nr: 135 }, EPERM],
  ['clone of a thread', 'x64', { arch: x64, nr: 56, flags: 0x3d0f00 }, ALLOW],
  ['clone with a new user namespace', 'x64', { arch: x64, nr: 56, flags: NEW_USER | 17 }, EPERM],
  ['clone3', 'x64', { arch: x64, nr: 435 }, ENOSYS],
  ['read of the x32 ABI', 'x64', { arch: x64, nr: 0x40000000 }, ENOSYS],
  ['a call of 32-bit programs', 'x64', { arch: 0x40000003, nr: 1 }, KILL],
  ['socket', 'arm64', { arch: arm64, nr: 198 }, EPERM],
  ['clone with a new user namespace', 'arm64', { arch: arm64, nr: 220, flags: NEW_USER }, EPERM],
  ['openat', 'arm64', { arch: arm64, nr: 56 }, ALLOW],
])('%s on %s', (_name, arch, call, action) => {
  const filter = seccompFilter(arch);
  expect(filter && evaluate(filter, call)).toBe(action);
});

test('there is no filter for a processor whose system calls are not known', () => {
  expect(seccompFilter('riscv64')).toBeUndefined();
});
