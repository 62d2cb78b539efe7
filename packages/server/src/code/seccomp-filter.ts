/**
 * System calls that the code in a sandbox needs for nothing, and that reach far into the kernel, leave the sandbox's namespaces or keep memory that no limit
 * counts. Numbers on x64 and arm64; `undefined`: the call does not exist there.
 */
const DENIED: Readonly<Record<string, readonly [x64: number, arm64: number | undefined]>> = {
  // Only memory and pipes are left to talk through: AF_VSOCK and AF_ALG know no network namespace.
  socket: [41, 198],
  // Namespaces, and with them new capabilities.
  unshare: [272, 97],
  setns: [308, 268],
  mount: [165, 40],
  umount2: [166, 39],
  pivot_root: [155, 41],
  chroot: [161, 51],
  open_tree: [428, 428],
  move_mount: [429, 429],
  fsopen: [430, 430],
  fsconfig: [431, 431],
  fsmount: [432, 432],
  fspick: [433, 433],
  mount_setattr: [442, 442],
  open_by_handle_at: [304, 265],
  name_to_handle_at: [303, 264],
  // Other processes.
  ptrace: [101, 117],
  process_vm_readv: [310, 270],
  process_vm_writev: [311, 271],
  kcmp: [312, 272],
  pidfd_getfd: [438, 438],
  // Memory that belongs to no process and no limited folder.
  memfd_create: [319, 279],
  memfd_secret: [447, 447],
  shmget: [29, 194],
  shmat: [30, 196],
  msgget: [68, 186],
  semget: [64, 190],
  mq_open: [240, 180],
  add_key: [248, 217],
  request_key: [249, 218],
  keyctl: [250, 219],
  // Parts of the kernel with many past errors.
  bpf: [321, 280],
  perf_event_open: [298, 241],
  userfaultfd: [323, 282],
  io_uring_setup: [425, 425],
  io_uring_enter: [426, 426],
  io_uring_register: [427, 427],
  fanotify_init: [300, 262],
  init_module: [175, 105],
  finit_module: [313, 273],
  delete_module: [176, 106],
  kexec_load: [246, 104],
  kexec_file_load: [320, 294],
  // The machine.
  iopl: [172, undefined],
  ioperm: [173, undefined],
  reboot: [169, 142],
  swapon: [167, 224],
  swapoff: [168, 225],
  acct: [163, 89],
  quotactl: [179, 60],
  syslog: [103, 116],
  settimeofday: [164, 170],
  clock_settime: [227, 112],
  adjtimex: [159, 171],
  clock_adjtime: [305, 266],
  sethostname: [170, 161],
  setdomainname: [171, 162],
  personality: [135, 92],
};

const ARCHITECTURES = {
  x64: { audit: 0xc000003e, column: 0, clone: 56 },
  arm64: { audit: 0xc00000b7, column: 1, clone: 220 },
} as const;

const CLONE3 = 435;
/** `CLONE_NEW…` of every namespace. */
const NEW_NAMESPACES = 0x7e02_0000;
/** Calls of the x32 ABI, which would pass a comparison with the numbers of x64. */
const X32_BIT = 0x4000_0000;

const LOAD = 0x20;
const JUMP_IF_EQUAL = 0x15;
const JUMP_IF_AT_LEAST = 0x35;
const JUMP_IF_SET = 0x45;
const RETURN = 0x06;

const ALLOW = 0x7fff_0000;
const KILL = 0x8000_0000;
const EPERM = 0x0005_0000 + 1;
/** For `clone3`, whose flags a filter cannot read: libraries then use `clone`. */
const ENOSYS = 0x0005_0000 + 38;

const NUMBER = 0;
const ARCHITECTURE = 4;
const FIRST_ARGUMENT = 16;

type Instruction = readonly [code: number, ifTrue: number, ifFalse: number, value: number];

/**
 * The filter that `bwrap --seccomp` loads, a program of the Berkeley Packet Filter. Returns undefined for a processor whose numbers are not known.
 */
export function seccompFilter(arch: string): Uint8Array | undefined {
  if (arch !== 'x64' && arch !== 'arm64') return undefined;
  const { audit, column, clone } = ARCHITECTURES[arch];
  const returnIf = (jump: number, value: number, result: number): Instruction[] => [
    [jump, 0, 1, value],
    [RETURN, 0, 0, result],
  ];
  const program: Instruction[] = [
    [LOAD, 0, 0, ARCHITECTURE],
    [JUMP_IF_EQUAL, 1, 0, audit],
    [RETURN, 0, 0, KILL],
    [LOAD, 0, 0, NUMBER],
    ...(arch === 'x64' ? returnIf(JUMP_IF_AT_LEAST, X32_BIT, ENOSYS) : []),
    ...returnIf(JUMP_IF_EQUAL, CLONE3, ENOSYS),
    ...Object.values(DENIED).flatMap((numbers) => {
      const number = numbers[column];
      return number === undefined ? [] : returnIf(JUMP_IF_EQUAL, number, EPERM);
    }),
    [JUMP_IF_EQUAL, 0, 3, clone],
    [LOAD, 0, 0, FIRST_ARGUMENT],
    ...returnIf(JUMP_IF_SET, NEW_NAMESPACES, EPERM),
    [RETURN, 0, 0, ALLOW],
  ];
  const bytes = new DataView(new ArrayBuffer(program.length * 8));
  for (const [index, [code, ifTrue, ifFalse, value]] of program.entries()) {
    bytes.setUint16(index * 8, code, true);
    bytes.setUint8(index * 8 + 2, ifTrue);
    bytes.setUint8(index * 8 + 3, ifFalse);
    bytes.setUint32(index * 8 + 4, value, true);
  }
  return new Uint8Array(bytes.buffer);
}
