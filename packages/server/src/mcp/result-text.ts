import type { CallToolResult, ContentBlock } from '@modelcontextprotocol/sdk/types.js';

/** The text of a result, as the model reads it. Images and other data are named, since the output of a tool is text. */
export function resultText({ content = [], structuredContent }: Partial<CallToolResult>): string {
  if (content.length === 0 && structuredContent !== undefined) return JSON.stringify(structuredContent);
  return content.map(textOf).join('\n');
}

function textOf(block: ContentBlock): string {
  switch (block.type) {
    case 'text':
      return block.text;
    case 'image':
    case 'audio':
      return `[${block.type}: ${block.mimeType}, ${bytesOf(block.data)} bytes]`;
    case 'resource_link':
      return `[resource: ${block.name}, ${block.uri}]`;
    case 'resource': {
      const { resource } = block;
      return 'text' in resource
        ? resource.text
        : `[resource: ${resource.uri}, ${bytesOf(resource.blob)} bytes]`;
    }
    default:
      return '[content of an unknown type]';
  }
}

/** Of base64. */
function bytesOf(data: string): number {
  const padding = data.endsWith('==') ? 2 : Number(data.endsWith('='));
  return Math.max(0, Math.floor((data.length * 3) / 4) - padding);
}
