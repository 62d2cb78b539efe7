import type { MarkedToken, Token, Tokens } from 'marked';
import { Fragment, type ReactNode } from 'react';
import type { LocaleStrings } from '../../locales/locale-strings.ts';
import type { MarkdownScope } from '../markdown-components.ts';
import { decodeEntities } from '../streaming/decode-entities.ts';
import { MarkedText } from './marked-text.tsx';
import { safeUrl } from './safe-url.ts';

/** What rendering needs of its surroundings. */
export interface RenderScope extends MarkdownScope {
  readonly strings: LocaleStrings;
  /** Within a link, where nothing is a link of its own. */
  readonly isInLink?: boolean;
}

/** Inline tokens as elements. Raw HTML stays text; links open apart and tell their target nothing. */
export function renderInline(tokens: readonly Token[] | undefined, scope: RenderScope): ReactNode {
  // oxlint-disable-next-line react/no-array-index-key -- tokens of a growing text keep their places
  return tokens?.map((token, index) => (
    <Fragment key={index}>{inline(token as MarkedToken, scope)}</Fragment>
  ));
}

function inline(token: MarkedToken, scope: RenderScope): ReactNode {
  const {
    strong: Strong = 'strong',
    em: Em = 'em',
    del: Del = 'del',
    code: Code = 'code',
  } = scope.components;
  switch (token.type) {
    case 'strong':
      return <Strong>{renderInline(token.tokens, scope)}</Strong>;
    case 'em':
      return <Em>{renderInline(token.tokens, scope)}</Em>;
    case 'del':
      return <Del>{renderInline(token.tokens, scope)}</Del>;
    case 'codespan':
      return <Code>{token.text}</Code>;
    case 'br':
      return <br />;
    case 'link':
      return link(token, renderInline(token.tokens, { ...scope, isInLink: true }), scope);
    case 'image':
      return image(token, scope);
    case 'checkbox':
      return checkbox(token.checked, scope);
    case 'text':
      if (token.tokens) return renderInline(token.tokens, scope);
      return cited(decodeEntities(token.text));
    case 'escape':
      return token.text;
    case 'html':
      return token.text;
    default:
      return renderOther(token, scope);
  }
}

/** A token that only an extension knows, or the text it was read from. */
export function renderOther(token: Token, { tokens }: RenderScope): ReactNode {
  return Object.hasOwn(tokens, token.type) ? tokens[token.type]?.(token) : token.raw;
}

/** The bracket that a citation's marker begins with. */
function cited(text: string): ReactNode {
  return text.includes('【') ? <MarkedText text={text} /> : text;
}

type Target = Pick<Tokens.Link, 'href' | 'title'>;

function link(
  { href, title }: Target,
  children: ReactNode,
  { components: { a: Link = 'a' }, isInLink }: RenderScope,
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

function image(token: Tokens.Image, scope: RenderScope): ReactNode {
  const Image = scope.components.img;
  const alt = decodeEntities(token.text);
  const src = safeUrl(decodeEntities(token.href));
  if (Image && src?.startsWith('http')) {
    return <Image src={src} alt={alt} title={token.title ? decodeEntities(token.title) : undefined} />;
  }
  // Loading it would tell a stranger's server who reads this, and when.
  return link(token, scope.strings.markdown.image(alt), scope);
}

export function checkbox(checked: boolean, { strings }: RenderScope): ReactNode {
  return (
    <span
      data-slot="markdown-checkbox"
      role="img"
      aria-label={checked ? strings.markdown.done : strings.markdown.notDone}
      data-checked={checked ? '' : undefined}
    />
  );
}
