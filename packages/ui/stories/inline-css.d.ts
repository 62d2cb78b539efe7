/** Vite's `?inline`: a stylesheet as text, with its imports resolved. */
declare module '*.css?inline' {
  const css: string;
  export default css;
}
