/** A stylesheet as text, its imports in place: Vite's. */
declare module '*.css?inline' {
  const css: string;
  export default css;
}
