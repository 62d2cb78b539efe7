import { dirname } from 'node:path';

/** Absolute path of the repository, so that scripts work in any working directory. */
export const repositoryRoot: string = dirname(import.meta.dirname);
