// The two documentation pages in a real browser, under their own policy, with nothing but this machine.
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { startTestServer } from '../testing/start.ts';

const executablePath = process.env['CHROMIUM_PATH'] ?? '';

it.skipIf(executablePath === '').each([
  ['/docs', '.opblock-summary-path', '/api/auth/login'],
  ['/redoc', 'h1, h2', 'Iniciar sesión'],
])('%s shows the document without asking anybody else', async (path, selector, text) => {
  const server = await startTestServer({ jobs: false });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const elsewhere: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url())) elsewhere.push(request.url());
    });
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(server.url + path);
    await page.locator(selector, { hasText: text }).first().waitFor({ timeout: 20_000 });
    await page.waitForTimeout(500);
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
  } finally {
    await browser.close();
    await server.stop();
  }
});
