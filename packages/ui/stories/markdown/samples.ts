/** Typical and malformed markdown for the streaming tests. */
export const samples = {
  response: `## What changed

Latency rose from **212 ms to 1,184 ms at 14:06**, two minutes after release \`2026.11.19-3\` went live.
Three things line up:

1. The release added a lookup to \`pricing-rules\`.
2. The lookup is *not cached*, so each cart line costs one query.

3. Carts with more than ten lines account for 81 % of the slow requests.

| Cart size | Requests | p95 |
|---|---:|--:|
| 1–3 lines | 18,402 | 241 ms |
| 11+ lines | 1,377 | 2,960 ms |

The call sits inside the loop:

\`\`\`ts
for (const line of cart.lines) {

  total += rules(line); // one query per line
}
\`\`\`
Batching restores the shape; the [guide](https://example.com/batching "Batching") shows how.
`,
  nestedLists: `- one
  - two

    with a paragraph
  - three

- [x] done
- [ ] not done

      indented code in the item

\`\`\`
after the list
\`\`\`

- item

  \`\`\`js
  inside();

  still inside();
  \`\`\`

  more of the item

Not the item.
`,
  quotesAndRules: `> quoted
> > twice
lazy line

---

Setext
===

Setext two
---

* * *

    indented code

    more of it

After.
`,
  definitions: `See [the guide][g] and [g].

[g]: https://example.com/guide "The guide"

And [the guide][g] again.
`,
  html: `<details>
<summary>More</summary>

**bold** in HTML

</details>

<!-- a comment

with a blank line -->

<pre>
a

b
</pre>

Inline <b>bold</b> and <https://example.com> and &amp; &lt;entities&gt;.
`,
  fences: `~~~~md
\`\`\`
not the end
~~~
~~~~

\`\`\`
unclosed

\`\` \`
code`,
  paragraphThenFence: 'Before\n```py title="x"\nprint(1)\n```\nAfter\n',
  indentedFence: '  ```\n  two\n   three\n  ```\n',
  listThenFence: '1. Run\n```sh\nls\n```\n2. Then\n',
  headings: '# One\ntext right below\n## Two\nmore\n',
  breaks: 'line one  \nline two\\\nline three\n\nlast',
} as const;
