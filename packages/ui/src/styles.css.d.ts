// The stylesheet has effects and no exports: this lets `import '@threadkit/ui/styles.css'` compile anywhere.
export {};
