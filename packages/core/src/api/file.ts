/** What a file is for. `vision`: an image of a message. `assistants`: what a tool reads. */
export type FilePurpose = 'assistants' | 'vision' | 'user_data';

/**
 * @see The API reference, "The file object". Hosted services know more purposes than can be asked for here.
 */
export interface FileObject {
  id: string;
  object: 'file';
  /** Size of the content. */
  bytes: number;
  /** Unix seconds. */
  created_at: number;
  expires_at?: number | null;
  filename: string;
  purpose: FilePurpose | (string & {});
  /** Deprecated by the reference, and still in every answer. */
  status?: 'uploaded' | 'processed' | 'error';
}

export interface DeletedFile {
  id: string;
  object: 'file';
  deleted: true;
}
