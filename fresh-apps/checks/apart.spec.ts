import type { Page } from '@playwright/test';
import { ChatPage } from '../../e2e/chat-page.ts';
import { PLAIN_APP, runningApps } from '../running-app.ts';
import { askForProse, askForTheme, expect, settleTransitions, test } from './app-test.ts';

test('the stylesheet changes no computed style outside of the chat', async ({ chat }) => {
  await askForProse(chat);
  const changed = await chat.page.evaluate(() => {
    const probe = document.createElement('section');
    probe.style.cssText = 'position: fixed; inset: 0 auto auto 0; width: 400px';
    probe.innerHTML = `<h1>One</h1><h2>Two</h2><p>Some <b>words</b>, <a href="#">a link</a>, <code>code</code></p>
      <ul><li>item</li></ul><ol><li>item</li></ol><pre>lines</pre><blockquote>quote</blockquote><hr>
      <table><thead><tr><th>head</th></tr></thead><tbody><tr><td>cell</td></tr></tbody></table>
      <form><label>Label <input></label><textarea></textarea><button type="button">Press</button>
      <select><option>one</option></select></form><details open><summary>More</summary>text</details>
      <dialog open>words</dialog><svg width="8" height="8"></svg><div class="dark">dark <i>words</i></div>`;
    document.body.append(probe);
    const read = () =>
      [document.documentElement, document.body, probe, ...probe.querySelectorAll('*')].map((element) => {
        const style = getComputedStyle(element);
        const values = new Map<string, string>();
        // Custom properties are not listed: they paint nothing by themselves.
        for (const name of style) if (!name.startsWith('--')) values.set(name, style.getPropertyValue(name));
        return { name: element.tagName.toLowerCase(), values };
      });
    const before = read();

    let removed = 0;
    const removeOurs = (owner: CSSStyleSheet | CSSGroupingRule): void => {
      for (let index = owner.cssRules.length - 1; index >= 0; index -= 1) {
        const rule = owner.cssRules[index];
        const isOurs =
          (rule instanceof CSSLayerBlockRule && rule.name.split('.')[0] === 'threadkit') ||
          (rule instanceof CSSStyleRule && /data-slot|--tk-/.test(rule.cssText));
        if (isOurs) {
          owner.deleteRule(index);
          removed += 1;
        } else if (rule instanceof CSSGroupingRule) removeOurs(rule);
      }
    };
    for (const sheet of document.styleSheets) removeOurs(sheet);
    const after = read();
    probe.remove();
    if (removed === 0) throw new Error('The page has no rules of the kit.');
    // Where the page scrolls, the sizes of its root follow what is in it.
    const followsContent = new Set(['height', 'block-size', 'perspective-origin', 'transform-origin']);
    return before.flatMap(({ name, values }, index) =>
      [...values]
        .filter(([property]) => index > 1 || !followsContent.has(property))
        .filter(([property, value]) => after[index]?.values.get(property) !== value)
        .map(
          ([property, value]) =>
            `${name} ${property}: ${value}, without ${after[index]?.values.get(property)}`,
        ),
    );
  });
  expect(changed).toEqual([]);
});

test('the parts compute as in an app without styles, given the same theme variables', async ({
  chat,
  browser,
}) => {
  const plain = runningApps().find(({ name }) => name === PLAIN_APP);
  test.skip(plain === undefined, 'the app to compare with was not made');
  const plainPage = await browser.newPage({
    viewport: { width: 1000, height: 800 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await plainPage.goto(plain?.url ?? '');
  await giveTheme(plainPage, await themeOf(chat.page));

  const scene = async (one: ChatPage): Promise<ComputedPart[]> => {
    await askForProse(one);
    await one.composer.fill('One more thing');
    await expect(one.send).toBeEnabled();
    const answered = await computedParts(one.page);
    await one.composer.fill('');
    await askForTheme(one, 'light');
    return [...answered, ...(await computedParts(one.page))];
  };
  const here = await scene(chat);
  const there = await scene(new ChatPage(plainPage));
  await plainPage.close();
  expect(here.map(({ name }) => name)).toEqual(there.map(({ name }) => name));
  const different = here.flatMap(({ name, values }, index) =>
    Object.entries(values).flatMap(([property, value]) => {
      const expected = there[index]?.values[property] ?? 'nothing';
      return isSameValue(value, expected)
        ? []
        : `${name}: ${property}: ${value}, in the plain app ${expected}`;
    }),
  );
  expect(different.slice(0, 30)).toEqual([]);
});

const numbers = /-?\d+(?:\.\d+)?(?:e-?\d+)?/g;

/** Equal, but for what the notations of the same colour lose. */
function isSameValue(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.replaceAll(numbers, '#') !== other.replaceAll(numbers, '#')) return false;
  const others = other.match(numbers) ?? [];
  return (one.match(numbers) ?? []).every((part, at) => Math.abs(Number(part) - Number(others[at])) <= 0.005);
}

interface Theme {
  readonly variables: Readonly<Record<string, string>>;
  /** What the parts take from around them on purpose. */
  readonly inherited: Readonly<Record<string, string>>;
}

/** The variables that an app may set for the parts, and what they inherit: see the theming guide. */
function themeOf(page: Page): Promise<Theme> {
  return page.evaluate(() => {
    const root = getComputedStyle(document.documentElement);
    const around = getComputedStyle(
      document.querySelector('[data-slot="thread"]')?.parentElement ?? document.body,
    );
    const pick = (style: CSSStyleDeclaration, names: readonly string[]) =>
      Object.fromEntries(
        names.map((name) => [name, style.getPropertyValue(name)]).filter(([, value]) => value !== ''),
      );
    return {
      variables: {
        ...pick(root, [
          '--background',
          '--foreground',
          '--border',
          '--ring',
          '--radius',
          '--muted',
          '--muted-foreground',
          '--accent',
          '--accent-foreground',
          '--primary',
          '--primary-foreground',
          '--destructive',
        ]),
        ...pick(root, ['color-scheme', 'font-size']),
      },
      inherited: pick(around, [
        'font-family',
        'font-synthesis',
        'text-rendering',
        '-webkit-font-smoothing',
        'font-feature-settings',
        'font-variation-settings',
        '-webkit-tap-highlight-color',
        'tab-size',
      ]),
    };
  });
}

async function giveTheme(page: Page, { variables, inherited }: Theme): Promise<void> {
  await page.evaluate(
    ({ root, around }) => {
      for (const [name, value] of Object.entries(root))
        document.documentElement.style.setProperty(name, value);
      for (const [name, value] of Object.entries(around)) document.body.style.setProperty(name, value);
    },
    { root: variables, around: inherited },
  );
}

interface ComputedPart {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
}

/** The computed properties of each element of the chat, without those that layout gives and those nobody sees. */
async function computedParts(page: Page): Promise<ComputedPart[]> {
  await settleTransitions(page);
  return page.evaluate(() => {
    const isLayout =
      /^(min-)?(width|height|inline-size|block-size)$|^(perspective|transform)-origin$|^(inset|top|right|bottom|left)|^margin-(inline|left|right)|^contain-intrinsic|^grid-template/;
    const sides = [
      'top',
      'right',
      'bottom',
      'left',
      'block-start',
      'block-end',
      'inline-start',
      'inline-end',
    ];
    const pixel = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    /** Build tools write colours in other notations; their opacity stands apart. */
    const inOneNotation = (value: string): string =>
      value.replaceAll(
        /(?:oklch|oklab|lch|lab|color|rgb)\(([^)/]*)(\/[^)]*)?\)/g,
        (colour, _parts, alpha = '') => {
          if (!pixel) throw new Error('This browser paints no canvas.');
          pixel.fillStyle = colour.replace(alpha, '');
          pixel.fillRect(0, 0, 1, 1);
          const [red = 0, green = 0, blue = 0] = pixel.getImageData(0, 0, 1, 1).data;
          return `rgb(${[red, green, blue].map((part) => (part / 255).toFixed(3)).join(' ')} ${alpha})`;
        },
      );
    const thread = document.querySelector('[data-slot="thread"]');
    if (!thread) throw new Error('The page has no chat.');
    return [thread, ...thread.querySelectorAll('*')].map((element) => {
      const style = getComputedStyle(element);
      const unseen = new Set(
        sides
          .filter((side) => style.getPropertyValue(`border-${side}-width`) === '0px')
          .flatMap((side) => [`border-${side}-style`, `border-${side}-color`]),
      );
      if (style.outlineStyle === 'none')
        unseen.add('outline-color').add('outline-width').add('outline-offset');
      // A button with a ground or a border of its own is never drawn by the system.
      if (element instanceof HTMLButtonElement) unseen.add('appearance');
      if (!/^(inline|table-cell)/.test(style.display)) unseen.add('vertical-align');
      if (style.backgroundImage === 'none') unseen.add('background-position');
      const tag = element.tagName.toLowerCase();
      const owner = element.closest('[data-slot]')?.getAttribute('data-slot') ?? '';
      return {
        name: element.hasAttribute('data-slot') ? owner : `${tag} in ${owner}`,
        values: Object.fromEntries(
          [...style]
            .filter(
              (property) => !property.startsWith('--') && !isLayout.test(property) && !unseen.has(property),
            )
            .map((property) => [property, inOneNotation(style.getPropertyValue(property))]),
        ),
      };
    });
  });
}
