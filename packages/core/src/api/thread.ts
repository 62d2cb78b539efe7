import type { CreateMessageRequest } from './message.ts';
import type { Metadata } from './metadata.ts';
import type { CreateToolResources, ToolResources } from './tool.ts';

/** @see The API reference, "The thread object". A thread has no title, status or count of its own. */
export interface ThreadObject {
  id: string;
  object: 'thread';
  /** Unix seconds. */
  created_at: number;
  metadata: Metadata | null;
  tool_resources: ToolResources | null;
}

/** Body of `createThread`. */
export interface CreateThreadRequest {
  /** Stored in this order. At most 32. */
  messages?: readonly CreateMessageRequest[] | undefined;
  tool_resources?: CreateToolResources | null | undefined;
  metadata?: Metadata | null | undefined;
}

/** The metadata map is replaced whole. */
export interface ModifyThreadRequest {
  metadata?: Metadata | null | undefined;
  tool_resources?: ToolResources | null | undefined;
}
