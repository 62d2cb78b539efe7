import type { MarkedToken, Token, Tokens } from 'marked';
import { Fragment, memo, type ReactNode } from 'react';
import { CodeBlock } from '../code-block/code-block.tsx';
import type { MarkdownCodeProps } from '../markdown-components.ts';
import { checkbox, type RenderOptions, renderInline, renderOther } from './render-inline.tsx';
import { Table } from './table.tsx';

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** Renders block tokens as elements. Unknown tokens and raw HTML are rendered as text. */
export function renderBlocks(tokens: readonly Token[], options: RenderOptions): ReactNode {
  // oxlint-disable-next-line react/no-array-index-key -- tokens of growing text keep their positions
  return tokens.map((token, index) => (
    <Fragment key={index}>{block(token as MarkedToken, options)}</Fragment>
  ));
}

function block(token: MarkedToken, options: RenderOptions): ReactNode {
  const { components } = options;
  const { p: P = 'p', blockquote: Quote = 'blockquote', hr: Rule = 'hr' } = components;
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'heading': {
      // A streamed heading without text yet is not rendered.
      if (token.tokens.length === 0) return null;
      const tag = HEADINGS[token.depth - 1] ?? 'h6';
      const Heading = components[tag] ?? tag;
      return <Heading>{renderInline(token.tokens, options)}</Heading>;
    }
    case 'paragraph':
      return <P>{renderInline(token.tokens, options)}</P>;
    case 'code':
      return renderCode(
        { code: token.text, language: token.lang?.split(/\s/, 1)[0] ?? '', isStreaming: false },
        options,
      );
    case 'blockquote':
      return <Quote dir="auto">{renderBlocks(token.tokens, options)}</Quote>;
    case 'list':
      return list(token, options);
    case 'table':
      return <Table token={token} options={options} />;
    case 'hr':
      return <Rule />;
    case 'checkbox':
      return checkbox(token.checked, options);
    case 'html':
      return <P>{token.raw.trim()}</P>;
    case 'text':
      return token.tokens ? renderInline(token.tokens, options) : token.text;
    default:
      return renderOther(token, options);
  }
}

/** A code block, by the extension for its language, the app's component, or the default. */
export function renderCode(props: MarkdownCodeProps, { components, languages }: RenderOptions): ReactNode {
  const { codeBlock: Own } = components;
  const Code = Object.hasOwn(languages, props.language) ? languages[props.language] : Own;
  return Code ? <Code {...props} /> : <CodeBlock code={props.code} language={props.language} />;
}

/** `dir="auto"`: list markers are on the side where the text begins, whatever the direction of the page. */
function list(token: Tokens.List, options: RenderOptions): ReactNode {
  const { ul: Plain = 'ul', ol: Numbered = 'ol' } = options.components;
  const items = token.items.map((item, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- items of a growing list keep their positions
    <ListItem key={index} item={item} options={options} />
  ));
  if (!token.ordered) return <Plain dir="auto">{items}</Plain>;
  return (
    <Numbered dir="auto" start={token.start === '' || token.start === 1 ? undefined : token.start}>
      {items}
    </Numbered>
  );
}

/** Memoized: appending words to the last item keeps the tokens of the other items. */
const ListItem = memo(function ListItem({
  item,
  options,
}: {
  item: Tokens.ListItem;
  options: RenderOptions;
}): ReactNode {
  const { li: Item = 'li' } = options.components;
  return <Item data-task={item.task ? '' : undefined}>{renderBlocks(item.tokens, options)}</Item>;
});
