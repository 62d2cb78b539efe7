'use client';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { FileObject, ThreadkitError } from '@threadkit/core';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { fileContentOptions, fileOptions } from '../query/file-options.ts';

/** A file's name and size. */
export function useFile(fileId: string): UseQueryResult<FileObject, ThreadkitError> {
  return useQuery(fileOptions(useThreadkit().client, fileId)) as UseQueryResult<FileObject, ThreadkitError>;
}

/** What is in a file. Untrusted: look at the bytes before showing them, and never open it as a page. */
export function useFileContent(fileId: string): UseQueryResult<Blob, ThreadkitError> {
  return useQuery(fileContentOptions(useThreadkit().client, fileId)) as UseQueryResult<Blob, ThreadkitError>;
}
