import type { EngineEvent } from '../engine.ts';
import { callWithoutName } from '../provider/call-without-name.ts';
import { asObject, type JsonObject, mergeJson } from '../provider/json-values.ts';
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
export interface ToolCallAssembler {
  /** Whether any call was emitted. */
  readonly any: boolean;
  /** Unknown members of each call, by its index. */
  readonly extras: ReadonlyMap<number, JsonObject>;
  /** Adds the pieces of one chunk. */
  read(pieces: readonly CallPiece[]): Generator<ToolCallEvent>;
  /** Emits calls without arguments. @throws `EngineError` A call with arguments never received a name. */
  end(): Generator<ToolCallEvent>;
}

export function createToolCallAssembler(): ToolCallAssembler {
  const calls: OpenCall[] = [];
  const keyOf = createKeys(calls);
  let count = 0;

  function callOf(piece: CallPiece, place: number, ofPieces: number): OpenCall {
    const key = keyOf(piece, place, ofPieces);
    const known = calls.find((call) => call.key === key);
    if (known) return known;
    const call: OpenCall = { key, name: '', held: '', index: undefined, extra: {} };
    calls.push(call);
    return call;
  }

  function first(call: OpenCall): ToolCallEvent {
    call.index = count;
    count += 1;
    return { type: 'tool-call', index: call.index, name: call.name, arguments: call.held };
  }

  return {
    get any() {
      return count > 0;
    },

    get extras() {
      return new Map(
        calls.flatMap(({ index, extra }) =>
          index === undefined || Object.keys(extra).length === 0 ? [] : [[index, extra] as const],
        ),
      );
    },

    *read(pieces) {
      for (const [place, piece] of pieces.entries()) {
        const isEmpty = piece.name === undefined && piece.arguments === '';
        if (isEmpty && piece.id === undefined && piece.extra === undefined) continue;
        const call = callOf(piece, place, pieces.length);
        call.extra = asObject(mergeJson(call.extra, piece.extra));
        if (call.index !== undefined) {
          if (piece.arguments !== '') {
            yield { type: 'tool-call', index: call.index, arguments: piece.arguments };
          }
          continue;
        }
        // A piece equal to the name so far is a repetition.
        if (piece.name !== undefined && piece.name !== call.name) call.name += piece.name;
        call.held += piece.arguments;
        if (call.name !== '' && call.held !== '') yield first(call);
      }
    },

    *end() {
      for (const call of calls) {
        if (call.index !== undefined) continue;
        if (call.name !== '') yield first(call);
        else if (call.held !== '') throw callWithoutName();
      }
    },
  };
}

/** Finds the key of the call that a piece belongs to, from its index, its id and the calls so far. */
function createKeys(
  calls: readonly OpenCall[],
): (piece: CallPiece, place: number, ofPieces: number) => string {
  const lastId = new Map<number, string>();

  /** Without numbers, pieces are either whole calls with a name, or continue the last call. */
  function keyWithoutNumber({ name, arguments: json }: CallPiece, place: number, ofPieces: number): string {
    const last = calls.at(-1);
    const isWhole = name !== undefined && (ofPieces > 1 || json.trimStart().startsWith('{'));
    const begins = !last || (isWhole && (place > 0 || last.index !== undefined));
    return begins ? `new ${calls.length}` : last.key;
  }

  /** A late id belongs to the call of its index; a name with a different id starts a new call. */
  return (piece, place, ofPieces) => {
    const { index, id, name } = piece;
    if (index === undefined && id === undefined) return keyWithoutNumber(piece, place, ofPieces);
    const given = index ?? 0;
    const last = lastId.get(given);
    if (id !== undefined) {
      const isLate = last === undefined && calls.some(({ key }) => key === `${given}:`);
      if (isLate) lastId.set(given, '');
      else if (last === undefined || (last !== '' && last !== id && name !== undefined)) {
        lastId.set(given, id);
      }
    }
    return `${given}:${lastId.get(given) ?? ''}`;
  };
}
