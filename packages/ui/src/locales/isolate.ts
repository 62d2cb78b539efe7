/** Keeps a name that may be written the other way from moving the punctuation around it: "C++" stays "C++". */
export const isolate = (text: string): string => `\u2068${text}\u2069`;
