/** The whole environment of an interpreter. */
export const PYTHON_ENVIRONMENT: Readonly<Record<string, string>> = {
  HOME: '/tmp',
  TMPDIR: '/tmp',
  PATH: '/usr/bin:/bin',
  LANG: 'C.UTF-8',
  MPLCONFIGDIR: '/tmp/matplotlib',
  // One thread each: with one per processor, the libraries reserve more memory than a session has on large machines.
  OMP_NUM_THREADS: '1',
  OPENBLAS_NUM_THREADS: '1',
};
