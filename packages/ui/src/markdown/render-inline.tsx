import type { MarkedToken, Token } from 'marked';
import { Fragment, type ReactNode } from 'react';
import type { Words } from '../words/words.ts';
import { decodeEntities } from './decode-entities.ts';
import { MarkedText } from './marked-text.tsx';
import { safeUrl } from './safe-url.ts';

/** Inline tokens as elements. Raw HTML stays text; links open apart and tell their target nothing. */
export function renderInline(tokens: readonly Token[] | undefined, words: Words): ReactNode {
  // oxlint-disable-next-line react/no-array-index-key -- tokens of a growing text keep their places
  return tokens?.map((token, index) => (
    <Fragment key={index}>{inline(token as MarkedToken, words)}</Fragment>
  ));
}

function inline(token: MarkedToken, words: Words): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong>{renderInline(token.tokens, words)}</strong>;
    case 'em':
      return <em>{renderInline(token.tokens, words)}</em>;
    case 'del':
      return <del>{renderInline(token.tokens, words)}</del>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'br':
      return <br />;
    case 'link':
      return link(token.href, token.title, renderInline(token.tokens, words));
    case 'image':
      // Loading it would tell a stranger's server who reads this, and when.
      return link(token.href, token.title, words.markdown.image(decodeEntities(token.text)));
    case 'checkbox':
      return checkbox(token.checked, words);
    case 'text':
      if (token.tokens) return renderInline(token.tokens, words);
      return cited(decodeEntities(token.text));
    case 'escape':
      return token.text;
    case 'html':
      return token.text;
    default:
      return token.raw;
  }
}

/** The bracket that a citation's marker begins with. */
function cited(text: string): ReactNode {
  return text.includes('【') ? <MarkedText text={text} /> : text;
}

function link(href: string, title: string | null | undefined, children: ReactNode): ReactNode {
  const url = safeUrl(href);
  if (url === undefined) return children;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" title={title ?? undefined}>
      {children}
    </a>
  );
}

export function checkbox(checked: boolean, words: Words): ReactNode {
  return (
    <span
      data-slot="markdown-checkbox"
      role="img"
      aria-label={checked ? words.markdown.done : words.markdown.notDone}
      data-checked={checked ? '' : undefined}
    />
  );
}
