import type { EngineEvent } from '../engine.ts';
import { EngineError } from '../engine-error.ts';
import { asObject, type JsonObject } from './json-values.ts';
import { mergeJson } from './merge-json.ts';
import type { CallPiece } from './read-chunk.ts';

type ToolCallEvent = Extract<EngineEvent, { type: 'tool-call' }>;

interface OpenCall {
  readonly key: string;
  name: string;
  /** Arguments received before the name was complete. */
  held: string;
  /** Index of the emitted call; undefined until it is emitted. */
  index: number | undefined;
  extra: JsonObject;
}

/**
 * Assembles tool calls from their pieces. Providers number calls with gaps, with equal numbers or not at all; send the name
 * or the id late, split or repeated; and start with empty entries. A call is emitted when its name is complete: with its
 * first arguments, or at the end.
 */
export class ToolCallAssembler {
  readonly #calls: OpenCall[] = [];
  readonly #lastId = new Map<number, string>();
  #count = 0;

  get any(): boolean {
    return this.#count > 0;
  }

  /** Adds the pieces of one chunk. */
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
      // A piece equal to the name so far is a repetition.
      if (piece.name !== undefined && piece.name !== call.name) call.name += piece.name;
      call.held += piece.arguments;
      if (call.name !== '' && call.held !== '') yield this.#first(call);
    }
  }

  /** Emits calls without arguments. @throws {@link EngineError} A call with arguments never received a name. */
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

  /** Unknown members of each call, by its index. */
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

  /** A late id belongs to the call of its index; a name with a different id starts a new call. */
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

  /** Without numbers, pieces are either whole calls with a name, or continue the last call. */
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
