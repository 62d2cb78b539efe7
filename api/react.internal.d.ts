// @threadkit/react/internal: what it exports. Written by `pnpm api --update`.

/** The value of the last committed render, for callbacks that are created once. */
declare function useLatest<T>(value: T): {
  readonly current: T;
};
/** Returns the first of several shallowly equal values, so that an inline array can be a dependency of an effect. */
declare function useShallowStable<T>(value: T): T;
export { useLatest, useShallowStable };