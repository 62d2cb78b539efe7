import { acceptsReasoning } from '../http/accepts-reasoning.ts';
import { notFound } from '../http/http-error.ts';
import { jsonResponse } from '../http/json-response.ts';
import { includesSearchContent, readListParams } from '../http/read-query.ts';
import { hideSearchContent } from '../runs/search-content.ts';
import { requireRun } from './guards.ts';
import type { Handlers } from './handler.ts';
import { listResponse } from './responses.ts';

export const runStepHandlers: Handlers = {
  async listRunSteps(call) {
    const { server, owner, ids, query, headers } = call;
    const params = readListParams(query);
    await requireRun(call);
    const scope = {
      owner,
      threadId: ids.thread_id,
      runId: ids.run_id,
      hideReasoning: !acceptsReasoning(headers),
    };
    const page = await server.storage.steps.list(scope, params);
    if (!page || includesSearchContent(query)) return listResponse(page, params);
    return listResponse({ ...page, data: page.data.map(hideSearchContent) }, params);
  },

  async getRunStep(call) {
    const { server, owner, ids, query, headers } = call;
    await requireRun(call);
    const scope = {
      owner,
      threadId: ids.thread_id,
      runId: ids.run_id,
      hideReasoning: !acceptsReasoning(headers),
    };
    const step = await server.storage.steps.get(scope, ids.step_id);
    if (!step) throw notFound('step', ids.step_id);
    return jsonResponse(includesSearchContent(query) ? step : hideSearchContent(step));
  },
};
