/** Applies the `select` of the app. */
export function applySelect<Data, Selected>(
  select: ((data: Data) => Selected) | undefined,
  data: Data,
): Selected {
  // Without `select`, the type parameter `Selected` of every hook is its default, `Data`.
  return select ? select(data) : (data as unknown as Selected);
}
