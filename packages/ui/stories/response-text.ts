/** A response with every kind of block. */
export const responseText = `## What changed

Latency at the 95th percentile rose from **212 ms to 1,184 ms at 14:06**, two minutes after release \`2026.11.19-3\` went live. Three things line up:

1. The release added a per-request lookup to \`pricing-rules\`.
2. The lookup is not cached, so each cart line costs one query.
3. Carts with more than ten lines account for 81 % of the slow requests.

| Cart size | Requests | p95 before | p95 after |
|---|---|---|---|
| 1–3 lines | 18,402 | 188 ms | 241 ms |
| 4–10 lines | 6,119 | 236 ms | 702 ms |
| 11+ lines | 1,377 | 301 ms | 2,960 ms |

The call sits inside the loop:

\`\`\`ts
for (const line of cart.lines) {
  const rules = await pricing.rulesFor(line.sku); // one query per line
  total += applyRules(line, rules);
}
\`\`\`

Batching it restores the old shape; the [batching guide](https://example.com/batching) shows how. Rolling back takes about four minutes.
`;
