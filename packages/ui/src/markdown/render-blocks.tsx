import type { MarkedToken, Token, Tokens } from 'marked';
import { Fragment, memo, type ReactNode } from 'react';
import { CodeBlock } from '../code-block/code-block.tsx';
import type { Words } from '../words/words.ts';
import { checkbox, renderInline } from './render-inline.tsx';
import { Table } from './table.tsx';

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** Block tokens as elements. Anything unknown, and all raw HTML, is shown as the text it is. */
export function renderBlocks(tokens: readonly Token[], words: Words): ReactNode {
  // oxlint-disable-next-line react/no-array-index-key -- tokens of a growing text keep their places
  return tokens.map((token, index) => <Fragment key={index}>{block(token as MarkedToken, words)}</Fragment>);
}

function block(token: MarkedToken, words: Words): ReactNode {
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'heading': {
      // A heading that was cut off before its words is none.
      if (token.tokens.length === 0) return null;
      const Heading = HEADINGS[token.depth - 1] ?? 'h6';
      return <Heading>{renderInline(token.tokens, words)}</Heading>;
    }
    case 'paragraph':
      return <p>{renderInline(token.tokens, words)}</p>;
    case 'code':
      return <CodeBlock code={token.text} language={token.lang?.split(/\s/, 1)[0]} />;
    case 'blockquote':
      return <blockquote>{renderBlocks(token.tokens, words)}</blockquote>;
    case 'list':
      return list(token, words);
    case 'table':
      return <Table token={token} words={words} />;
    case 'hr':
      return <hr />;
    case 'checkbox':
      return checkbox(token.checked, words);
    case 'html':
      return <p>{token.raw.trim()}</p>;
    case 'text':
      return token.tokens ? renderInline(token.tokens, words) : token.text;
    default:
      return token.raw;
  }
}

function list(token: Tokens.List, words: Words): ReactNode {
  const items = token.items.map((item, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- items of a growing list keep their places
    <ListItem key={index} item={item} words={words} />
  ));
  if (!token.ordered) return <ul>{items}</ul>;
  return <ol start={token.start === '' || token.start === 1 ? undefined : token.start}>{items}</ol>;
}

/** Words that are put behind the last item leave the tokens of the others as they are. */
const ListItem = memo(function ListItem({ item, words }: { item: Tokens.ListItem; words: Words }): ReactNode {
  return <li data-task={item.task ? '' : undefined}>{renderBlocks(item.tokens, words)}</li>;
});
