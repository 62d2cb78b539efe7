import type { AssistantObject, CreateAssistantRequest } from '@threadkit/core/api';
import { withResourceDefaults, withToolDefaults } from './service-defaults.ts';

export function assistantObject(body: CreateAssistantRequest, id: string, at: number): AssistantObject {
  const tools = withToolDefaults(body.tools ?? []);
  return {
    id,
    object: 'assistant',
    created_at: at,
    name: body.name ?? null,
    description: body.description ?? null,
    model: body.model,
    instructions: body.instructions ?? null,
    tools,
    top_p: body.top_p ?? 1,
    temperature: body.temperature ?? 1,
    reasoning_effort: body.reasoning_effort ?? null,
    tool_resources: withResourceDefaults(body.tool_resources, tools),
    metadata: body.metadata ?? {},
    response_format: body.response_format ?? 'auto',
  };
}
