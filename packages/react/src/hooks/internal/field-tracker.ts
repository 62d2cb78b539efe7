/** Remembers which fields a component reads, so that a change of the other fields does not render it. */
export interface FieldTracker<S, F extends object> {
  /** Returns the same fields until one that was read has changed. */
  select(state: S): F;
  /**
   * `fields` with getters that record each read, together with `others` as they are.
   *
   * @param getState Returns the current state. The first read of a field takes its value from there: until then
   *   changes of the field were ignored, so the value in `fields` may be out of date.
   */
  track<O extends object>(fields: F, others: O, getState: () => S): F & O;
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
    track(fields, others, getState) {
      const tracked = { ...others };
      for (const field of Object.keys(fields) as (keyof F)[]) {
        Object.defineProperty(tracked, field, {
          enumerable: true,
          get() {
            if (!read.has(field)) {
              read.add(field);
              Object.defineProperty(fields, field, { value: pick(getState())[field], enumerable: true });
            }
            return fields[field];
          },
        });
      }
      return tracked as F & typeof others;
    },
  };
}
