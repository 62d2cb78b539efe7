import type { FunctionTool, MessageContentPart } from '@threadkit/core/api';
import type { EngineMessage } from '../../engines/engine.ts';

/** What a model adds around each message: its role and its limits. */
const TOKENS_PER_MESSAGE = 4;
/** Of an image in low resolution, and of another one: models count from some hundreds to about 1,500 tokens. */
const IMAGE_TOKENS = { low: 85, high: 1000 } as const;

/** Counts the tokens of what a model reads. */
export interface TokenCounter {
  ofText(text: string): number;
  ofMessages(messages: readonly EngineMessage[]): number;
  ofTools(tools: readonly FunctionTool[]): number;
}

/** Counts each content once, however often it is asked for. */
export function createTokenCounter(ofText: (text: string) => number): TokenCounter {
  const known = new WeakMap<readonly MessageContentPart[], number>();

  function ofPart(part: MessageContentPart): number {
    switch (part.type) {
      case 'text':
        return ofText(part.text.value);
      case 'refusal':
        return ofText(part.refusal);
      case 'image_url':
        return IMAGE_TOKENS[part.image_url.detail === 'low' ? 'low' : 'high'];
      case 'image_file':
        return IMAGE_TOKENS[part.image_file.detail === 'low' ? 'low' : 'high'];
    }
  }

  function ofContent(content: readonly MessageContentPart[]): number {
    let tokens = known.get(content);
    if (tokens === undefined) {
      tokens = sum(content, ofPart);
      known.set(content, tokens);
    }
    return tokens;
  }

  function ofMessage(message: EngineMessage): number {
    if (message.role === 'tool') return TOKENS_PER_MESSAGE + ofText(message.output);
    const calls = message.role === 'assistant' ? (message.toolCalls ?? []) : [];
    const ofCalls = sum(calls, (call) => ofText(call.name) + ofText(call.arguments));
    return TOKENS_PER_MESSAGE + ofContent(message.content) + ofCalls;
  }

  return {
    ofText,
    ofMessages: (messages) => sum(messages, ofMessage),
    ofTools: (tools) => sum(tools, (tool) => ofText(JSON.stringify(tool.function))),
  };
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}
