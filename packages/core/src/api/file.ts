/** `vision`: an image of a message. `assistants`: a file that a tool reads. */
export type FilePurpose = 'assistants' | 'vision' | 'user_data';

/**
 * @see The API reference, "The file object". Hosted services have further purposes.
 */
export interface FileObject {
  id: string;
  object: 'file';
  /** Size in bytes. */
  bytes: number;
  /** Unix seconds. */
  created_at: number;
  expires_at?: number | null;
  filename: string;
  purpose: FilePurpose | (string & {});
  /** Deprecated by the reference, but still in every response. */
  status?: 'uploaded' | 'processed' | 'error';
}

/** The response of `deleteFile`. */
export interface DeletedFile {
  id: string;
  object: 'file';
  deleted: true;
}
