/** Remembers which fields a component reads, so that a change of the others does not wake it. */
export interface FieldTracker<S, F extends object> {
  /** Gives the same fields until one that was read has changed. */
  select(state: S): F;
  /** `fields` with getters that note the reading, together with `others` as they are. */
  track<O extends object>(fields: F, others: O): F & O;
}

export function createFieldTracker<S, F extends object>(pick: (state: S) => F): FieldTracker<S, F> {
  const read = new Set<keyof F>();
  let last: F | undefined;
  return {
    select(state) {
      const next = pick(state);
      const before = last;
      if (before && [...read].every((field) => Object.is(before[field], next[field]))) return before;
      last = next;
      return next;
    },
    track(fields, others) {
      const tracked = { ...others };
      for (const field of Object.keys(fields) as (keyof F)[]) {
        Object.defineProperty(tracked, field, {
          enumerable: true,
          get() {
            read.add(field);
            // What is on the screen is this render's; a field first read later must not be older than that.
            return fields[field];
          },
        });
      }
      return tracked as F & typeof others;
    },
  };
}
