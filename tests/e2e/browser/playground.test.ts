import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS, chromiumPath } from '../../support/browser.js';
import { type TestServer, withServer } from '../../support/server.js';

const PAPERS = [
  {
    id: 'one',
    title: 'SlimCache: Keeping Less',
    abstract: 'We propose SlimCache, which reduces GPU memory by 75% compared to Adam.',
  },
  {
    id: 'two',
    title: '<img src=x onerror=alert(1)> Faster',
    abstract: 'We propose QuickStep. QuickStep decodes 3.5x faster than Llama-2-7B.',
  },
];

const missing = chromiumPath === null;

describe.skipIf(missing)(
  `the pages in a browser${missing ? ' (no Chromium found)' : ''}`,
  async () => {
    const server = missing ? ({ url: '' } as TestServer) : await withServer({ papers: PAPERS });
    let browser: Browser;
    let page: Page;
    const requests: string[] = [];
    const faults: string[] = [];

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: CHROMIUM_FLAGS });
      page = await browser.newPage();
      page.on('request', (request) => requests.push(request.url()));
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('dialog', (dialog) => faults.push(`dialog: ${dialog.message()}`));
    });
    afterAll(() => browser?.close());

    it('shows what is stored and leads to the playground', async () => {
      await page.goto(server.url);
      expect(await page.textContent('.figures')).toContain('2 papers');
      await page.click('a.button');
      await page.waitForSelector('.graphiql-container');
    });

    it('runs a ready example', async () => {
      await page.goto(`${server.url}/playground?example=memory-gains`);
      const run = page.locator('button.graphiql-execute-button');
      await run.waitFor();
      await run.click();
      await expect
        .poll(() => page.locator('.result-window').textContent(), { timeout: 20_000 })
        .toContain('SlimCache');
    });

    it('switches to another example', async () => {
      await page.selectOption('select[aria-label=Examples]', 'biggest-speedups');
      await page.waitForURL(/example=biggest-speedups/);
      await page.locator('button.graphiql-execute-button').click();
      await expect
        .poll(() => page.locator('.result-window').textContent(), { timeout: 20_000 })
        .toContain('QuickStep');
    });

    it('asks no other host for anything and meets no fault', () => {
      const outside = requests.filter(
        (url) => !url.startsWith(server.url) && !/^(blob|data|about):/.test(url),
      );
      expect(outside).toEqual([]);
      expect(faults).toEqual([]);
    });
  },
);
