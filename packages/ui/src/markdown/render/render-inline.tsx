import type { MarkedToken, Token, Tokens } from 'marked';
import { Fragment, type ReactNode } from 'react';
import type { LocaleStrings } from '../../locales/locale-strings.ts';
import type { MarkdownContextValue } from '../markdown-components.ts';
import { decodeEntities } from '../streaming/decode-entities.ts';
import { CitationText } from './citation-text.tsx';
import { safeUrl } from './safe-url.ts';

/** The settings that rendering needs. */
export interface RenderOptions extends MarkdownContextValue {
  readonly strings: LocaleStrings;
  /** Inside a link: nested links are rendered as text. */
  readonly isInLink?: boolean;
}

/** Renders inline tokens as elements. Raw HTML stays text; links open in a new tab without opener and referrer. */
export function renderInline(tokens: readonly Token[] | undefined, options: RenderOptions): ReactNode {
  // oxlint-disable-next-line react/no-array-index-key -- tokens of growing text keep their positions
  return tokens?.map((token, index) => (
    <Fragment key={index}>{inline(token as MarkedToken, options)}</Fragment>
  ));
}

function inline(token: MarkedToken, options: RenderOptions): ReactNode {
  const {
    strong: Strong = 'strong',
    em: Em = 'em',
    del: Del = 'del',
    code: Code = 'code',
  } = options.components;
  switch (token.type) {
    case 'strong':
      return <Strong>{renderInline(token.tokens, options)}</Strong>;
    case 'em':
      return <Em>{renderInline(token.tokens, options)}</Em>;
    case 'del':
      return <Del>{renderInline(token.tokens, options)}</Del>;
    case 'codespan':
      return <Code>{token.text}</Code>;
    case 'br':
      return <br />;
    case 'link':
      return link(token, renderInline(token.tokens, { ...options, isInLink: true }), options);
    case 'image':
      return image(token, options);
    case 'checkbox':
      return checkbox(token.checked, options);
    case 'text':
      if (token.tokens) return renderInline(token.tokens, options);
      return cited(decodeEntities(token.text));
    case 'escape':
      return token.text;
    case 'html':
      return token.text;
    default:
      return renderOther(token, options);
  }
}

/** Renders a token of an extension, or the source of an unknown token. */
export function renderOther(token: Token, { tokens }: RenderOptions): ReactNode {
  return Object.hasOwn(tokens, token.type) ? tokens[token.type]?.(token) : token.raw;
}

/** Citation markers begin with `【`. */
function cited(text: string): ReactNode {
  return text.includes('【') ? <CitationText text={text} /> : text;
}

type Target = Pick<Tokens.Link, 'href' | 'title'>;

function link(
  { href, title }: Target,
  children: ReactNode,
  { components: { a: Link = 'a' }, isInLink }: RenderOptions,
): ReactNode {
  const url = safeUrl(decodeEntities(href));
  if (url === undefined || isInLink) return children;
  return (
    <Link
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      title={title ? decodeEntities(title) : undefined}
    >
      {children}
    </Link>
  );
}

function image(token: Tokens.Image, options: RenderOptions): ReactNode {
  const Image = options.components.img;
  const alt = decodeEntities(token.text);
  const src = safeUrl(decodeEntities(token.href));
  if (Image && src?.startsWith('http')) {
    return <Image src={src} alt={alt} title={token.title ? decodeEntities(token.title) : undefined} />;
  }
  // Loading the image would disclose the reader to its server.
  return link(token, options.strings.markdown.image(alt), options);
}

export function checkbox(checked: boolean, { strings }: RenderOptions): ReactNode {
  return (
    <span
      data-slot="markdown-checkbox"
      role="img"
      aria-label={checked ? strings.markdown.taskCompleted : strings.markdown.taskIncomplete}
      data-checked={checked ? '' : undefined}
    />
  );
}
