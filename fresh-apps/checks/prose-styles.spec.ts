import { expect, requestProseResponse, test } from './app-test.ts';

test('headings, paragraphs, lists and code of a response have readable sizes, gaps and list markers', async ({
  chat,
  app,
}) => {
  const threadRequest = chat.page.waitForRequest(/\/threads\/thread_\w+/);
  await requestProseResponse(chat);
  const [, threadId] = /\/threads\/(thread_\w+)/.exec((await threadRequest).url()) ?? [];
  // The scripted engine generates no level 1 heading.
  const posted = await chat.page.request.post(`${app.api}/threads/${threadId}/messages`, {
    data: { role: 'assistant', content: '# The first level\n\nA paragraph.\n\n## The second level' },
  });
  expect(posted.ok()).toBe(true);
  await chat.page.reload();
  await expect(chat.log.getByRole('heading', { name: 'The first level' })).toBeVisible();
  const read = await chat.page.evaluate(() => {
    const response = document.querySelector('[data-slot="message"][data-role="assistant"]');
    const of = (selector: string) => {
      const element = response?.querySelector(selector);
      if (!element) throw new Error(`The response has no ${selector}.`);
      const style = getComputedStyle(element);
      const before = element.previousElementSibling?.getBoundingClientRect();
      return {
        size: Number.parseFloat(style.fontSize),
        leading: Number.parseFloat(style.lineHeight),
        weight: Number(style.fontWeight),
        display: style.display,
        align: style.textAlign,
        mark: style.listStyleType,
        indent: Number.parseFloat(style.paddingInlineStart),
        gap: before ? element.getBoundingClientRect().top - before.bottom : undefined,
      };
    };
    return {
      heading: of('h2, h3, h4'),
      paragraph: of('p'),
      bullets: of('ul'),
      numbers: of('ol'),
      item: of('li'),
      table: of('table'),
      code: of('pre code'),
    };
  });
  const { heading, paragraph, bullets, numbers, item, code } = read;
  expect(paragraph.size).toBeGreaterThanOrEqual(15);
  expect(paragraph.size).toBeLessThanOrEqual(18);
  expect(paragraph.leading / paragraph.size).toBeGreaterThanOrEqual(1.4);
  expect(item.size).toBe(paragraph.size);
  expect(heading.size).toBeGreaterThanOrEqual(paragraph.size);
  expect(heading.size).toBeLessThanOrEqual(24);
  const [first, second] = await Promise.all(
    ['The first level', 'The second level'].map((name) =>
      chat.log
        .getByRole('heading', { name })
        .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
    ),
  );
  expect(first).toBeGreaterThanOrEqual(second ?? Number.NaN);
  expect(first).toBeLessThanOrEqual(28);
  expect(heading.weight).toBeGreaterThanOrEqual(600);
  expect(paragraph.gap).toBeGreaterThanOrEqual(4);
  expect(paragraph.gap).toBeLessThanOrEqual(28);
  expect(bullets.gap).toBeGreaterThanOrEqual(4);
  expect(bullets.mark).toBe('disc');
  expect(numbers.mark).toBe('decimal');
  expect(bullets.indent).toBeGreaterThanOrEqual(12);
  expect(code.size).toBeLessThanOrEqual(paragraph.size);
  expect(['start', 'left', '-webkit-auto']).toContain(paragraph.align);
});
