// The real program with a utility in it, and a Chromium to look at it with.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { startTestServer } from '../../../server/src/testing/start.ts';

type Server = Awaited<ReturnType<typeof startTestServer>>;
export type Room = {
  server: Server;
  tenant: Awaited<ReturnType<Server['createTenant']>>;
  open: (size?: Size) => Promise<Page>;
  faults: string[];
};
type Size = { width: number; height: number };

export const PHONE = { width: 375, height: 740 };
export const DESK = { width: 1280, height: 860 };
export const PASSWORD = 'una contraseña de prueba';

const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const examples = path.join(import.meta.dirname, '../../../../examples/marinilla');
export const example = (name: string) => path.join(examples, name);

/** Tests in a browser; skipped where there is none, unless REQUIRE_CHROMIUM=1. */
export function describeInBrowser(name: string, tests: (room: Room) => void) {
  const executablePath = process.env['CHROMIUM_PATH'];
  // oxlint-disable-next-line vitest/valid-title -- each file names its own
  describe.skipIf(!executablePath && process.env['REQUIRE_CHROMIUM'] !== '1')(name, () => {
    const room = { faults: [] as string[] } as unknown as Room;
    let browser: Browser | undefined;

    beforeAll(async () => {
      room.server = await startTestServer();
      room.tenant = await room.server.createTenant();
      browser = await chromium.launch({ args: ARGS, ...(executablePath && { executablePath }) });
      const started = browser;
      room.open = async (viewport = DESK) => {
        const context = await started.newContext({
          viewport,
          locale: 'es-CO',
          timezoneId: 'America/Bogota',
          reducedMotion: 'reduce',
          baseURL: room.server.url,
        });
        // The address names the utility once; the browser remembers it.
        await context.addInitScript(
          `localStorage.getItem('cunservicios:empresa') ?? localStorage.setItem('cunservicios:empresa', '${room.tenant.id}')`,
        );
        const page = await context.newPage();
        page.on('pageerror', (error) => room.faults.push(`${page.url()}: ${error.message}`));
        page.on('console', (message) => {
          // A refusal of the server (404, 422 …) is logged by the browser too, and is no fault of the page.
          if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
            room.faults.push(`${page.url()}: ${message.text()}`);
        });
        return page;
      };
    }, 120_000);

    afterAll(async () => {
      await browser?.close();
      await room.server?.stop();
      // Errors in the console, above all what the content policy refused.
      expect(room.faults).toEqual([]);
    });

    tests(room);
  });
}

/** Signs in through the form and waits for the first page behind it. */
export async function signIn(page: Page, email: string, password = PASSWORD) {
  await page.goto('/entrar');
  await page.getByLabel('Correo').fill(email);
  await page.getByLabel('Contraseña').fill(password);
  await page.getByRole('button', { name: 'Entrar' }).click();
  await page.waitForURL(/\/(oficina|mis-cuentas|empresas)$/);
  await page.getByRole('heading', { level: 1, name: /^(Inicio|Mis cuentas|Empresas)$/ }).waitFor();
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong on the page, one line each. */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`);
}

const screenshots = path.join(import.meta.dirname, '../screenshots');

export async function keepPicture(page: Page, name: string) {
  mkdirSync(screenshots, { recursive: true });
  const size = page.viewportSize() ?? DESK;
  // A window covers what is seen of the page, not all of it: the picture is as high as the window, not as the page.
  const window = page.locator('.velo').first();
  const open = await window.isVisible();
  if (open) {
    const height: number = await window.evaluate((element) => element.scrollHeight);
    await page.setViewportSize({ ...size, height: Math.max(size.height, height) });
  }
  await page.screenshot({ path: path.join(screenshots, `${name}-${size.width}.png`), fullPage: !open });
  if (open) await page.setViewportSize(size);
}

/** Looks at what is open at both widths: a picture, what axe finds in light and dark, and no sideways scroll. */
export async function lookAt(page: Page, name: string) {
  const before = page.viewportSize() ?? DESK;
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    await keepPicture(page, name);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page), `${name} at ${size.width}, ${colorScheme}`).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    for (const width of size === PHONE ? [PHONE.width, 320] : [DESK.width, 760]) {
      await page.setViewportSize({ ...size, width });
      const over: number = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(over, `${name}: too wide at ${width}`).toBeLessThanOrEqual(0);
    }
  }
  await page.setViewportSize(before);
}
