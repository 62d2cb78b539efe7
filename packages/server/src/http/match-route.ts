import {
  EXTENSION_OPERATIONS,
  type ExtensionOperationName,
  FILE_OPERATIONS,
  type FileOperationName,
  OPERATIONS,
  type Operation,
  type OperationName,
  VECTOR_STORE_OPERATIONS,
  type VectorStoreOperationName,
} from '@threadkit/core/api';
import { isRecord } from '../shared/is-record.ts';
import { badRequest, HttpError } from './http-error.ts';

export type RouteName = OperationName | ExtensionOperationName | FileOperationName | VectorStoreOperationName;
export type Route = Operation & { readonly name: RouteName };
/** The ids in the path; empty strings for ids the path does not have. */
export type RouteIds = Readonly<Record<Operation['ids'][number], string>>;

export interface RouteMatch {
  readonly route: Route;
  readonly ids: RouteIds;
}

interface Pattern {
  readonly route: Route;
  readonly segments: readonly string[];
}

// Literal segments win over ids: `/threads/runs` before `/threads/{thread_id}`.
const patterns: readonly Pattern[] = [
  ...OPERATIONS,
  ...EXTENSION_OPERATIONS,
  ...FILE_OPERATIONS,
  ...VECTOR_STORE_OPERATIONS,
]
  .map((route: Route) => ({ route, segments: route.path.slice(1).split('/') }))
  .toSorted((a, b) => idCount(a) - idCount(b));

function idCount(pattern: Pattern): number {
  return pattern.segments.filter(isId).length;
}

function isId(segment: string): boolean {
  return segment.startsWith('{');
}

const BASES = ['/openai/v1', '/openai', '/v1'];

/** Finds the operation for a path below `/v1`, `/openai` or the root. Throws 404 or 405. */
export function matchRoute(method: string, pathname: string): RouteMatch {
  const base = BASES.find((prefix) => pathname === prefix || pathname.startsWith(`${prefix}/`)) ?? '';
  const parts = pathname.slice(base.length).replace(/\/$/, '').slice(1).split('/').map(decodeSegment);
  const fitting = patterns.filter(({ segments }) => fits(segments, parts));
  const pattern = fitting.find(({ route }) => route.method === method);
  if (pattern) return { route: pattern.route, ids: readIds(pattern.segments, parts) };
  if (fitting.length > 0) {
    const allow = fitting.map(({ route }) => route.method).join(', ');
    throw new HttpError(405, `Not allowed to ${method} on ${pathname}. Allowed: ${allow}.`, {
      code: 'method_not_allowed',
      headers: { allow },
    });
  }
  throw new HttpError(404, `Unknown request URL: ${method} ${pathname}. Please check the URL for typos.`, {
    code: 'unknown_url',
  });
}

/** Whether the response is an event stream. */
export function wantsStream(route: Route, body: unknown): boolean {
  return route.stream && (route.method === 'GET' || (isRecord(body) && body['stream'] === true));
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badRequest(`Invalid path segment '${segment}'. Expected valid percent-encoding.`);
  }
}

function fits(segments: readonly string[], parts: readonly string[]): boolean {
  return (
    segments.length === parts.length &&
    segments.every((segment, index) => (isId(segment) ? parts[index] !== '' : segment === parts[index]))
  );
}

const PREFIXES: Record<Operation['ids'][number], string> = {
  assistant_id: 'asst',
  thread_id: 'thread',
  message_id: 'msg',
  run_id: 'run',
  step_id: 'step',
  file_id: 'file',
  vector_store_id: 'vs',
  batch_id: 'vsfb',
};

const NO_IDS: RouteIds = {
  assistant_id: '',
  thread_id: '',
  message_id: '',
  run_id: '',
  step_id: '',
  file_id: '',
  vector_store_id: '',
  batch_id: '',
};

function readIds(segments: readonly string[], parts: readonly string[]): RouteIds {
  const ids: Record<keyof RouteIds, string> = { ...NO_IDS };
  segments.forEach((segment, index) => {
    if (!isId(segment)) return;
    const name = segment.slice(1, -1) as Operation['ids'][number];
    const value = parts[index] ?? '';
    const prefix = PREFIXES[name];
    if (!value.startsWith(prefix)) {
      throw badRequest(`Invalid '${name}': '${value}'. Expected an ID that begins with '${prefix}'.`, {
        param: name,
        code: 'invalid_value',
      });
    }
    ids[name] = value;
  });
  return ids;
}
