const NUMBER = /^[~≈<>≤≥+\-−–±]?\s?[$€£¥]?\d[\d.,\u00a0\u202f' ]*(?:\s?(?:%|‰|[a-zµ°/]{1,6}))?$/i;

/** Whether a table cell holds a number or a measure (`2,960 ms`), which columns set right and tabular. */
export function isNumeric(text: string): boolean {
  return NUMBER.test(text.trim());
}
