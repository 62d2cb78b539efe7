import type { Page } from '@playwright/test';
import { type ChatPage, createChatPage } from '../../e2e/chat-page.ts';
import { PLAIN_APP, runningApps } from '../running-app.ts';
import { expect, requestProseResponse, requestThemeChange, test, waitForTransitions } from './app-test.ts';

test('the stylesheet of the kit changes no computed style outside of the chat', async ({ chat }) => {
  await requestProseResponse(chat);
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
        // Custom properties have no effect by themselves.
        for (const name of style) if (!name.startsWith('--')) values.set(name, style.getPropertyValue(name));
        return { name: element.tagName.toLowerCase(), values };
      });
    const before = read();

    let removed = 0;
    const removeKitRules = (owner: CSSStyleSheet | CSSGroupingRule): void => {
      for (let index = owner.cssRules.length - 1; index >= 0; index -= 1) {
        const rule = owner.cssRules[index];
        const isKitRule =
          (rule instanceof CSSLayerBlockRule && rule.name.split('.')[0] === 'threadkit') ||
          (rule instanceof CSSStyleRule && /data-slot|--tk-/.test(rule.cssText));
        if (isKitRule) {
          owner.deleteRule(index);
          removed += 1;
        } else if (rule instanceof CSSGroupingRule) removeKitRules(rule);
      }
    };
    for (const sheet of document.styleSheets) removeKitRules(sheet);
    const after = read();
    probe.remove();
    if (removed === 0) throw new Error('The page has no rules of the kit.');
    // In a page that scrolls, these properties of the root depend on the content.
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

test('the parts have the same computed styles as in an app without styles and with the same theme variables', async ({
  chat,
  browser,
}) => {
  const plain = runningApps().find(({ name }) => name === PLAIN_APP);
  test.skip(plain === undefined, 'the app without styles is not running');
  const plainPage = await browser.newPage({
    viewport: { width: 1000, height: 800 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await plainPage.goto(plain?.url ?? '');
  await applyTheme(plainPage, await themeOf(chat.page));

  const runScenario = async (one: ChatPage): Promise<ComputedPart[]> => {
    await requestProseResponse(one);
    await one.composer.fill('One more thing');
    await expect(one.sendButton).toBeEnabled();
    const withProse = await computedParts(one.page);
    await one.composer.fill('');
    await requestThemeChange(one, 'light');
    return [...withProse, ...(await computedParts(one.page))];
  };
  const actualParts = await runScenario(chat);
  const plainParts = await runScenario(createChatPage(plainPage));
  await plainPage.close();
  expect(actualParts.map(({ name }) => name)).toEqual(plainParts.map(({ name }) => name));
  const different = actualParts.flatMap(({ name, values }, index) =>
    Object.entries(values).flatMap(([property, value]) => {
      const expected = plainParts[index]?.values[property] ?? 'nothing';
      return isSameValue(value, expected)
        ? []
        : `${name}: ${property}: ${value}, in the plain app ${expected}`;
    }),
  );
  expect(different.slice(0, 30)).toEqual([]);
});

const numbers = /-?\d+(?:\.\d+)?(?:e-?\d+)?/g;

/** Whether two values are equal, up to the rounding of colors in different notations. */
function isSameValue(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.replaceAll(numbers, '#') !== other.replaceAll(numbers, '#')) return false;
  const others = other.match(numbers) ?? [];
  return (one.match(numbers) ?? []).every((part, at) => Math.abs(Number(part) - Number(others[at])) <= 0.005);
}

interface Theme {
  readonly variables: Readonly<Record<string, string>>;
  /** Properties that the parts inherit by design. */
  readonly inherited: Readonly<Record<string, string>>;
}

/** Reads the variables that an app may set, and the inherited properties: see the theming guide. */
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

async function applyTheme(page: Page, { variables, inherited }: Theme): Promise<void> {
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

/** Reads the computed styles of each element of the chat, without layout and without properties that have no effect. */
async function computedParts(page: Page): Promise<ComputedPart[]> {
  await waitForTransitions(page);
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
    /** Build tools change the notation of colors. Keeps the opacity as written. */
    const normalizeColors = (value: string): string =>
      value.replaceAll(
        /(?:oklch|oklab|lch|lab|color|rgb)\(([^)/]*)(\/[^)]*)?\)/g,
        (color, _parts, alpha = '') => {
          if (!pixel) throw new Error('This browser has no 2D canvas.');
          pixel.fillStyle = color.replace(alpha, '');
          pixel.fillRect(0, 0, 1, 1);
          const [red = 0, green = 0, blue = 0] = pixel.getImageData(0, 0, 1, 1).data;
          return `rgb(${[red, green, blue].map((part) => (part / 255).toFixed(3)).join(' ')} ${alpha})`;
        },
      );
    const thread = document.querySelector('[data-slot="thread"]');
    if (!thread) throw new Error('The page has no chat.');
    return [thread, ...thread.querySelectorAll('*')].map((element) => {
      const style = getComputedStyle(element);
      const ineffective = new Set(
        sides
          .filter((side) => style.getPropertyValue(`border-${side}-width`) === '0px')
          .flatMap((side) => [`border-${side}-style`, `border-${side}-color`]),
      );
      if (style.outlineStyle === 'none')
        ineffective.add('outline-color').add('outline-width').add('outline-offset');
      // A button with an author background or border ignores `appearance`.
      if (element instanceof HTMLButtonElement) ineffective.add('appearance');
      if (!/^(inline|table-cell)/.test(style.display)) ineffective.add('vertical-align');
      if (style.backgroundImage === 'none') ineffective.add('background-position');
      const tag = element.tagName.toLowerCase();
      const owner = element.closest('[data-slot]')?.getAttribute('data-slot') ?? '';
      return {
        name: element.hasAttribute('data-slot') ? owner : `${tag} in ${owner}`,
        values: Object.fromEntries(
          [...style]
            .filter(
              (property) =>
                !property.startsWith('--') && !isLayout.test(property) && !ineffective.has(property),
            )
            .map((property) => [property, normalizeColors(style.getPropertyValue(property))]),
        ),
      };
    });
  });
}
