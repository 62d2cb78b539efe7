/** Markdown with one of each element. */
export const everyMarkdown = `# Level one

## Level two

### Level three

A paragraph with **strong**, *emphasis*, ~~struck~~, \`code\`, a [link](https://example.com) and a
line break\\
here. A very long word: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft.

- one
- two
  1. nested
  2. list
- three

- [x] done
- [ ] not done

> A quotation, with \`code\` in it.

---

![A chart](https://example.com/chart.png) and <b>HTML</b> stay text.

| Left | Number | A column with quite long text in it |
|---|---|---|
| a | 1,200 ms | The quick brown fox jumps over the lazy dog, and does so again and again. |
| b | 3 ms | Short. |

\`\`\`python
def change_point(rows):  # the first one
    return next(r for r in rows if r["p95"] > 2 * baseline)
\`\`\`

\`\`\`
no language
\`\`\`
`;
