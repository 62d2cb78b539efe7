const NUMBER = /^[~≈<>≤≥+\-−–±]?\s?[$€£¥]?\d[\d.,\u00a0\u202f' ]*(?:\s?(?:%|‰|[a-zµ°/]{1,6}))?$/i;

/** Whether a table cell is a number or a quantity (`2,960 ms`): its column is right-aligned, with tabular figures. */
export function isNumeric(text: string): boolean {
  return NUMBER.test(text.trim());
}
