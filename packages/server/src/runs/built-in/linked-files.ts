import type { Annotation, RunStepObject } from '@threadkit/core/api';

const SCHEME = 'sandbox:';

/** The files that a response can link, by the text of the link: `sandbox:/mnt/data/out.csv`. */
export type LinkedFiles = ReadonlyMap<string, string>;

/** The files that the code of these steps has written, oldest first: of one that was written again, the later content. */
export function linkedFilesOf(steps: readonly Pick<RunStepObject, 'step_details'>[]): LinkedFiles {
  const files = new Map<string, string>();
  for (const { step_details: details } of steps) {
    if (details.type !== 'tool_calls') continue;
    for (const call of details.tool_calls) {
      if (call.type !== 'code_interpreter') continue;
      for (const { path, file_id: id } of call.code_interpreter.files ?? []) {
        files.set(SCHEME + path, id);
        // As in a link of Markdown.
        files.set(SCHEME + encodeURI(path.replaceAll(/\p{Cs}/gu, '\u{FFFD}')), id);
      }
    }
  }
  return files;
}

/** Finds links to files in a text that arrives in pieces. */
export interface LinkScanner {
  /** The annotations of the links that are known to be whole, with offsets in the whole text in UTF-16 units. */
  add(piece: string): readonly Annotation[];
  /** The annotations of the links at the end of the text. */
  end(): readonly Annotation[];
}

export function createLinkScanner(files: LinkedFiles): LinkScanner {
  /** Longest first: a path may be the beginning of another. */
  const links = [...files].toSorted(([a], [b]) => b.length - a.length);
  const longest = links[0]?.[0].length ?? 0;
  /** The end of the text so far, in which a link may have begun. */
  let tail = '';
  /** Where it begins in the text. */
  let offset = 0;

  /** Annotates the links that begin before `until` in the tail, and drops the text up to there. */
  function scan(until: number): readonly Annotation[] {
    const annotations: Annotation[] = [];
    let at = 0;
    for (;;) {
      const begin = tail.indexOf(SCHEME, at);
      if (begin === -1 || begin >= until) break;
      const [link, id] = links.find(([text]) => tail.startsWith(text, begin)) ?? [SCHEME, undefined];
      at = begin + link.length;
      if (id === undefined) continue;
      annotations.push({
        type: 'file_path',
        text: link,
        start_index: offset + begin,
        end_index: offset + at,
        file_path: { file_id: id },
      });
    }
    const done = Math.max(at, until);
    tail = tail.slice(done);
    offset += done;
    return annotations;
  }

  return {
    add(piece) {
      if (longest === 0) return [];
      tail += piece;
      return tail.length < longest ? [] : scan(tail.length - longest + 1);
    },
    end: () => (longest === 0 ? [] : scan(tail.length)),
  };
}
