import { dirname } from 'node:path';

/** Absolute path of the repository: scripts work from any folder. */
export const repositoryRoot: string = dirname(import.meta.dirname);
