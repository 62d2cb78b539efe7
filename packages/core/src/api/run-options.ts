/** `max` and `xhigh` exist on newer models only. Null or absent: the model's own default. */
export type ReasoningEffort = 'none' | 'minimal' | 'low' | 'medium' | 'high' | 'xhigh' | 'max';

/** The format of responses. `auto` is text; `json_schema` needs a model with structured outputs. */
export type ResponseFormat =
  | 'auto'
  | { type: 'text' }
  | { type: 'json_object' }
  | {
      type: 'json_schema';
      json_schema: {
        name: string;
        description?: string;
        schema?: { [keyword: string]: unknown };
        strict?: boolean | null;
      };
    };

/** Which tools the model may call: none, any, at least one, or the given one. @defaultValue `auto` */
export type ToolChoice =
  | 'none'
  | 'auto'
  | 'required'
  | { type: 'function' | 'code_interpreter' | 'file_search'; function?: { name: string } };

/** Which thread messages a run reads. `last_messages` counts messages, not steps, and is at least 1. */
export interface TruncationStrategy {
  type: 'auto' | 'last_messages';
  last_messages?: number | null;
}
