import type { Annotation, RunStepObject } from '@threadkit/core/api';
import { type Citations, citationsOf, createCitationScanner } from './citation.ts';
import { createLinkScanner, type LinkedFiles, linkedFilesOf } from './linked-files.ts';

/** What a response can refer to: passages that were found, and files that code has written. */
export interface References {
  readonly citations: Citations;
  readonly files: LinkedFiles;
}

/** What these steps have found and written, oldest first. */
export function referencesOf(steps: readonly Pick<RunStepObject, 'step_details'>[]): References {
  return { citations: citationsOf(steps), files: linkedFilesOf(steps) };
}

/** Finds the references in a text part that arrives in pieces. */
export interface ReferenceScanner {
  add(piece: string): readonly Annotation[];
  end(): readonly Annotation[];
}

/** Undefined when there is nothing to refer to. */
export function createReferenceScanner(references: References | undefined): ReferenceScanner | undefined {
  if (!references || references.citations.size + references.files.size === 0) return undefined;
  const citations = createCitationScanner(references.citations);
  const links = createLinkScanner(references.files);
  return {
    add: (piece) => [...citations.add(piece), ...links.add(piece)],
    end: () => links.end(),
  };
}
