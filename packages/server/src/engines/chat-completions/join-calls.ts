import type { EngineEvent } from '../engine.ts';
import { EngineError } from '../engine-error.ts';
import { asObject, type JsonObject } from './json-values.ts';
import { mergeJson } from './merge-json.ts';
import type { CallPiece } from './read-chunk.ts';

type ToolCallEvent = Extract<EngineEvent, { type: 'tool-call' }>;

interface OpenCall {
  readonly key: string;
  name: string;
  /** Arguments that came before the name was settled. */
  held: string;
  /** Its number among the calls that were handed out; undefined until then. */
  index: number | undefined;
  extra: JsonObject;
}

/**
 * Joins the pieces of tool calls. Providers number calls with gaps, all alike or not at all, send the name or the id
 * late, split or repeated, and begin with empty entries. A call is handed out once its name is settled: with its first
 * arguments, or at the end.
 */
export class CallJoiner {
  readonly #calls: OpenCall[] = [];
  readonly #lastId = new Map<number, string>();
  #count = 0;

  get any(): boolean {
    return this.#count > 0;
  }

  /** The pieces of one chunk. */
  *read(pieces: readonly CallPiece[]): Generator<ToolCallEvent> {
    for (const [place, piece] of pieces.entries()) {
      const isEmpty = piece.name === undefined && piece.arguments === '';
      if (isEmpty && piece.id === undefined && piece.extra === undefined) continue;
      const call = this.#callOf(piece, place, pieces.length);
      call.extra = asObject(mergeJson(call.extra, piece.extra));
      if (call.index !== undefined) {
        if (piece.arguments !== '') yield this.#next(call, piece.arguments);
        continue;
      }
      // A piece that is the whole name so far repeats it.
      if (piece.name !== undefined && piece.name !== call.name) call.name += piece.name;
      call.held += piece.arguments;
      if (call.name !== '' && call.held !== '') yield this.#first(call);
    }
  }

  /** Calls without arguments. @throws {@link EngineError} for arguments of a call that never got a name. */
  *end(): Generator<ToolCallEvent> {
    for (const call of this.#calls) {
      if (call.index !== undefined) continue;
      if (call.name !== '') yield this.#first(call);
      else if (call.held !== '') {
        throw new EngineError('server_error', 'The model provider began a tool call without a name.', {
          failure: 'provider',
        });
      }
    }
  }

  /** By the number of the call, what came with it and nobody here knows. */
  get extras(): ReadonlyMap<number, JsonObject> {
    return new Map(
      this.#calls.flatMap(({ index, extra }) =>
        index === undefined || Object.keys(extra).length === 0 ? [] : [[index, extra] as const],
      ),
    );
  }

  #callOf(piece: CallPiece, place: number, ofPieces: number): OpenCall {
    const key = this.#keyOf(piece, place, ofPieces);
    const known = this.#calls.find((call) => call.key === key);
    if (known) return known;
    const call: OpenCall = { key, name: '', held: '', index: undefined, extra: {} };
    this.#calls.push(call);
    return call;
  }

  /** An id that comes later belongs to the call of its index; a name under another id begins another call. */
  #keyOf(piece: CallPiece, place: number, ofPieces: number): string {
    const { index, id, name } = piece;
    if (index === undefined && id === undefined) return this.#keyWithoutNumber(piece, place, ofPieces);
    const given = index ?? 0;
    const last = this.#lastId.get(given);
    if (id !== undefined) {
      const isLate = last === undefined && this.#calls.some(({ key }) => key === `${given}:`);
      if (isLate) this.#lastId.set(given, '');
      else if (last === undefined || (last !== '' && last !== id && name !== undefined)) {
        this.#lastId.set(given, id);
      }
    }
    return `${given}:${this.#lastId.get(given) ?? ''}`;
  }

  /** Whole calls, each with its name, or the continuation of the last one. */
  #keyWithoutNumber({ name, arguments: json }: CallPiece, place: number, ofPieces: number): string {
    const last = this.#calls.at(-1);
    const isWhole = name !== undefined && (ofPieces > 1 || json.trimStart().startsWith('{'));
    const begins = !last || (isWhole && (place > 0 || last.index !== undefined));
    return begins ? `new ${this.#calls.length}` : last.key;
  }

  #first(call: OpenCall): ToolCallEvent {
    call.index = this.#count;
    this.#count += 1;
    return { type: 'tool-call', index: call.index, name: call.name, arguments: call.held };
  }

  #next({ index = 0 }: OpenCall, json: string): ToolCallEvent {
    return { type: 'tool-call', index, arguments: json };
  }
}
