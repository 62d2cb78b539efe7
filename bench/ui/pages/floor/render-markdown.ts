import { lexer, type Token, type Tokens } from 'marked';

/** Parses Markdown into blocks. */
export function parseBlocks(source: string): Token[] {
  return lexer(source);
}

/** Renders blocks as DOM nodes. Raw HTML is shown as text. */
export function renderBlocks(tokens: readonly Token[]): Node[] {
  return tokens.flatMap(renderBlock);
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  children: readonly Node[],
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

const text = (value: string): Text => document.createTextNode(value);

function renderBlock(token: Token): Node[] {
  switch (token.type) {
    case 'space':
      return [];
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      return [element(`h${Math.min(depth, 6)}` as 'h1', renderInline(tokens))];
    }
    case 'paragraph':
      return [element('p', renderInline(token.tokens))];
    case 'code':
      return [element('pre', [element('code', [text((token as Tokens.Code).text)])])];
    case 'blockquote':
      return [element('blockquote', renderBlocks(token.tokens ?? []))];
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      return [
        element(
          ordered ? 'ol' : 'ul',
          items.map((item) => element('li', renderBlocks(item.tokens))),
        ),
      ];
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      const row = (cells: readonly Tokens.TableCell[], name: 'th' | 'td') =>
        element(
          'tr',
          cells.map((cell) => element(name, renderInline(cell.tokens))),
        );
      const head = element('thead', [row(header, 'th')]);
      const body = element(
        'tbody',
        rows.map((cells) => row(cells, 'td')),
      );
      return [element('table', [head, body])];
    }
    case 'hr':
      return [document.createElement('hr')];
    case 'text':
      // The text of a tight list item has no paragraph.
      return token.tokens ? renderInline(token.tokens) : [text(token.raw)];
    default:
      return [text(token.raw)];
  }
}

function renderInline(tokens: readonly Token[] = []): Node[] {
  return tokens.map((token) => {
    switch (token.type) {
      case 'strong':
        return element('strong', renderInline(token.tokens));
      case 'em':
        return element('em', renderInline(token.tokens));
      case 'del':
        return element('del', renderInline(token.tokens));
      case 'codespan':
        return element('code', [text((token as Tokens.Codespan).text)]);
      case 'br':
        return document.createElement('br');
      case 'link': {
        const { href, tokens: inner } = token as Tokens.Link;
        const link = element('a', renderInline(inner));
        if (/^https?:/.test(href)) link.href = href;
        return link;
      }
      case 'text':
        return token.tokens ? element('span', renderInline(token.tokens)) : text((token as Tokens.Text).text);
      default:
        return text(token.raw);
    }
  });
}
