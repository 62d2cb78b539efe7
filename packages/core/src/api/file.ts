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

/** Query of `listFiles`. A page has up to 10,000 files, which is also its default. */
export interface FileListParams {
  /** 1 to 10,000. @defaultValue 10000 */
  limit?: number | undefined;
  /** By `created_at`. @defaultValue 'desc' */
  order?: 'asc' | 'desc' | undefined;
  /** Id: the page starts after it, in the chosen order. */
  after?: string | undefined;
  /** Only files with this purpose. @defaultValue every purpose */
  purpose?: string | undefined;
}

/** The response of `deleteFile`. */
export interface DeletedFile {
  id: string;
  object: 'file';
  deleted: true;
}
