import { lexer, type Token, type Tokens } from 'marked';

/** Reads markdown into its blocks; blank lines between them are left out. */
export function readBlocks(source: string): Token[] {
  return lexer(source);
}

/** Draws blocks with plain DOM. Raw HTML stays text. */
export function drawBlocks(tokens: readonly Token[]): Node[] {
  return tokens.flatMap(drawBlock);
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

function drawBlock(token: Token): Node[] {
  switch (token.type) {
    case 'space':
      return [];
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      return [element(`h${Math.min(depth, 6)}` as 'h1', drawInline(tokens))];
    }
    case 'paragraph':
      return [element('p', drawInline(token.tokens))];
    case 'code':
      return [element('pre', [element('code', [text((token as Tokens.Code).text)])])];
    case 'blockquote':
      return [element('blockquote', drawBlocks(token.tokens ?? []))];
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      return [
        element(
          ordered ? 'ol' : 'ul',
          items.map((item) => element('li', drawBlocks(item.tokens))),
        ),
      ];
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      const row = (cells: readonly Tokens.TableCell[], name: 'th' | 'td') =>
        element(
          'tr',
          cells.map((cell) => element(name, drawInline(cell.tokens))),
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
      // The text of a list's item: blocks without a paragraph around them.
      return token.tokens ? drawInline(token.tokens) : [text(token.raw)];
    default:
      return [text(token.raw)];
  }
}

function drawInline(tokens: readonly Token[] = []): Node[] {
  return tokens.map((token) => {
    switch (token.type) {
      case 'strong':
        return element('strong', drawInline(token.tokens));
      case 'em':
        return element('em', drawInline(token.tokens));
      case 'del':
        return element('del', drawInline(token.tokens));
      case 'codespan':
        return element('code', [text((token as Tokens.Codespan).text)]);
      case 'br':
        return document.createElement('br');
      case 'link': {
        const { href, tokens: inner } = token as Tokens.Link;
        const link = element('a', drawInline(inner));
        if (/^https?:/.test(href)) link.href = href;
        return link;
      }
      case 'text':
        return token.tokens ? element('span', drawInline(token.tokens)) : text((token as Tokens.Text).text);
      default:
        return text(token.raw);
    }
  });
}
