import type { MessageContentPart, MessageObject } from '@threadkit/core';
import { formatCount } from '../../internals/format.ts';
import { en } from '../../locales/en.ts';
import type { LocaleStrings } from '../../locales/locale-strings.ts';
import { safeUrl } from '../../markdown/render/safe-url.ts';
import { type Citations, collectCitations } from '../citation/collect-citations.ts';
import { numberMarkers } from '../citation/split-markers.ts';
import { getSupersedingId, isSuperseded } from '../superseded.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** Options of `toMarkdown`. */
export interface ToMarkdownOptions {
  /** Heading of the document. */
  title?: string | undefined;
  /** Strings for authors, images and files. @defaultValue English */
  locale?: LocaleStrings | undefined;
  /** Formats the time of a message (Unix seconds), shown after the author. @defaultValue no time */
  time?: ((createdAt: number) => string) | undefined;
}

/**
 * Converts messages to one markdown document. Pure: no clock, no DOM.
 *
 * Assistant messages keep their markdown, with citations as `[1]` and a list of sources; user messages are escaped. Images
 * are names, linked if they have a URL. Messages that another one in the list supersedes are omitted. Run steps and tool
 * calls are not included.
 *
 * @param messages Oldest first.
 */
export function toMarkdown(messages: readonly MessageObject[], options: ToMarkdownOptions = {}): string {
  const { title, locale = en, time } = options;
  const runs = new Map<string | undefined, string | null>(messages.map(({ id, run_id }) => [id, run_id]));
  const blocks = messages
    .filter((message) => !isSuperseded(message) || runs.get(getSupersedingId(message)) !== message.run_id)
    .map((message) => toSection(message, locale, time?.(message.created_at)));
  // Horizontal rules between messages, because responses contain headings of any level.
  const sections = blocks.join('\n\n---\n\n');
  const heading = title === undefined ? '' : `# ${escapeMarkdown(title.replace(/\s+/g, ' ').trim())}\n\n`;
  return `${heading}${sections}\n`;
}

function toSection(message: MessageObject, strings: LocaleStrings, time: string | undefined): string {
  const name = message.role === 'user' ? strings.message.you : strings.message.assistant;
  const citations = collectCitations(message.content);
  const parts = message.content.map((part) => toText(part, message.role, citations, strings));
  const files = (message.attachments ?? []).flatMap(({ file_id: id }) =>
    id === undefined ? [] : [`- ${escapeMarkdown(strings.message.file(id))}`],
  );
  return [
    `**${escapeMarkdown(name)}**${time === undefined ? '' : ` · ${escapeMarkdown(time)}`}`,
    ...parts,
    files.join('\n'),
    toSources(citations, strings),
    toReason(message, strings),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function toText(
  part: MessageContentPart,
  role: MessageObject['role'],
  { byMarker }: Citations,
  strings: LocaleStrings,
): string {
  switch (part.type) {
    case 'text': {
      const text = part.text.value.trim();
      return role === 'user' ? escapeMarkdown(text) : closeFence(numberMarkers(text, byMarker));
    }
    case 'refusal':
      return `*${escapeMarkdown(strings.message.refused)}* ${escapeMarkdown(part.refusal)}`;
    case 'image_file':
      return escapeMarkdown(strings.markdown.image(part.image_file.file_id));
    case 'image_url': {
      const url = safeUrl(part.image_url.url);
      const image = escapeMarkdown(strings.message.attachedImage);
      return url?.startsWith('http') ? `[${image}](<${url}>)` : image;
    }
  }
}

/** Closes the last code fence of an incomplete response, which would otherwise include the following messages. */
function closeFence(markdown: string): string {
  let open: string | undefined;
  for (const line of markdown.split('\n')) {
    const marks = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (marks === undefined) continue;
    if (open === undefined) open = marks;
    else if (marks.startsWith(open) && /^[ `~]*$/.test(line)) open = undefined;
  }
  return open === undefined ? markdown : `${markdown}\n${open}`;
}

function toSources({ sources }: Citations, strings: LocaleStrings): string {
  if (sources.length === 0) return '';
  const list = sources.map(
    ({ number, name, id }) =>
      `- \\[${formatCount(number, strings.languageTag)}\\] ${escapeMarkdown(name ?? strings.message.file(id))}`,
  );
  return [`${escapeMarkdown(strings.citation.sources)}:`, '', ...list].join('\n');
}

/** A note why a message is incomplete. */
function toReason({ incomplete_details: details }: MessageObject, strings: LocaleStrings): string {
  const { maxCompletionTokens, contentFilter, stopped, expired, failed } = strings.outcome;
  switch (details?.reason) {
    case 'max_tokens':
      return `*${maxCompletionTokens.title}*`;
    case 'content_filter':
      return `*${contentFilter.title}*`;
    case 'run_cancelled':
      return `*${stopped.title}*`;
    case 'run_expired':
      return `*${expired.title}*`;
    case 'run_failed':
      return `*${failed.title}*`;
    case undefined:
      return '';
  }
}
