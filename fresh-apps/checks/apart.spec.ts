import type { Page } from '@playwright/test';
import { ChatPage } from '../../e2e/chat-page.ts';
import { PLAIN_APP, runningApps } from '../running-app.ts';
import { askForProse, askForTheme, expect, test } from './app-test.ts';

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
  app,
  browser,
}) => {
  const plain = runningApps().find(({ name }) => name === PLAIN_APP);
  test.skip(
    plain === undefined || plain.name === app.name,
    'the app to compare with is this one or not here',
  );
  const plainPage = await browser.newPage({ viewport: { width: 1000, height: 800 }, colorScheme: 'light' });
  await plainPage.goto(plain?.url ?? '');
  await giveTheme(plainPage, await themeOf(chat.page));

  const scene = async (one: ChatPage): Promise<string[][]> => {
    await askForProse(one);
    await one.composer.fill('One more thing');
    await expect(one.send).toBeEnabled();
    const answered = await computedParts(one.page);
    await one.composer.fill('');
    await askForTheme(one, 'light');
    return [answered, await computedParts(one.page)];
  };
  const here = await scene(chat);
  const there = await scene(new ChatPage(plainPage));
  await plainPage.close();
  here.forEach((parts, index) => {
    const expected = there[index] ?? [];
    expect(parts.length).toBe(expected.length);
    expect(parts.filter((part, at) => part !== expected[at]).slice(0, 20)).toEqual(
      expected.filter((part, at) => part !== parts[at]).slice(0, 20),
    );
  });
});

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

/** A line for each property of each element, without those whose value is the layout's result. */
function computedParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isLayout =
      /^(width|height|inline-size|block-size|perspective-origin|transform-origin|(inset|margin)-(inline|block).*|inset.*|top|right|bottom|left|margin-(left|right)|contain-intrinsic.*|grid-template.*|-webkit-locale)$/;
    const thread = document.querySelector('[data-slot="thread"]');
    if (!thread) throw new Error('The page has no chat.');
    const nameOf = (element: Element): string =>
      element.getAttribute('data-slot') ??
      `${element.tagName.toLowerCase()} in ${element.closest('[data-slot]')?.getAttribute('data-slot')}`;
    const count = new Map<string, number>();
    return [thread, ...thread.querySelectorAll('*')].flatMap((element) => {
      const name = nameOf(element);
      const nth = (count.get(name) ?? 0) + 1;
      count.set(name, nth);
      const style = getComputedStyle(element);
      return [...style]
        .filter((property) => !property.startsWith('--') && !isLayout.test(property))
        .map((property) => `${name} ${nth}: ${property}: ${style.getPropertyValue(property)}`);
    });
  });
}
