import type { RunItem } from '@threadkit/react';

/** Steps that follow each other without an answer between them, or one message. */
export type RunItemGroup =
  | { readonly kind: 'steps'; readonly key: string; readonly stepIds: readonly string[] }
  | { readonly kind: 'message'; readonly key: string };

/** A turn's items with consecutive steps put together. A group keeps its key while steps are added to it. */
export function groupItems(items: readonly RunItem[]): readonly RunItemGroup[] {
  const groups: RunItemGroup[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (item.kind === 'message') groups.push({ kind: 'message', key: item.key });
    else if (last?.kind === 'steps') {
      groups[groups.length - 1] = { ...last, stepIds: [...last.stepIds, item.stepId] };
    } else groups.push({ kind: 'steps', key: item.key, stepIds: [item.stepId] });
  }
  return groups;
}
