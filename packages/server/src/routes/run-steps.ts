import { notFound } from '../http/http-error.ts';
import { jsonResponse } from '../http/json-response.ts';
import { readListParams } from '../http/read-query.ts';
import type { Handlers } from './handler.ts';
import { listResponse } from './list-response.ts';
import { requireRun } from './require-run.ts';

export const runStepHandlers: Handlers = {
  async listRunSteps(call) {
    const { server, owner, ids, query } = call;
    const params = readListParams(query);
    await requireRun(call);
    const scope = { owner, threadId: ids.thread_id, runId: ids.run_id };
    return listResponse(await server.storage.steps.list(scope, params), params);
  },

  async getRunStep(call) {
    const { server, owner, ids } = call;
    await requireRun(call);
    const scope = { owner, threadId: ids.thread_id, runId: ids.run_id };
    const step = await server.storage.steps.get(scope, ids.step_id);
    if (!step) throw notFound('step', ids.step_id);
    return jsonResponse(step);
  },
};
