// The stylesheet has effects and no exports: this lets `import '@threadkit/ui/styles.css'` compile anywhere.
// oxlint-disable-next-line unicorn/require-module-specifiers -- what makes a file without exports a module
export {};
