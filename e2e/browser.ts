import chromium from '@sparticuz/chromium'
import { type Browser, type Page, chromium as browserType } from 'playwright-core'

// The browser that comes as a package, as somebody at the table uses it. Each window has cookies and a store of its own,
// as two people at two machines have; and whatever goes wrong in it is kept: an error in a script, a resource that is
// refused, a broken rule of the content security policy.

export type Window = {
  readonly page: Page
  /** What went wrong in it so far; to be empty at the end. */
  readonly troubles: readonly string[]
  readonly close: () => Promise<void>
}

type WindowSettings = {
  readonly origin: URL
  /** off: as where scripts are blocked or did not arrive */
  readonly javaScript?: boolean
  readonly width?: number
}

/**
 * What the package would switch on for the machines that it was made for: some of it pages rely on elsewhere; and a
 * graphics card that is worked out by the processor makes every page half as dear again, with nobody to look at it.
 */
const NOT_HERE =
  /^--(?:single-process$|disable-web-security$|allow-running-insecure-content$|use-gl=|use-angle=|in-process-gpu$|ignore-gpu-blocklist$|enable-unsafe-swiftshader$)/
const INSTEAD: readonly string[] = ['--disable-gpu', '--disable-software-rasterizer']

let running: Promise<Browser> | undefined

const theBrowser = (): Promise<Browser> =>
  (running ??= chromium.executablePath().then((executablePath) =>
    browserType.launch({
      executablePath,
      args: [...chromium.args.filter((arg) => !NOT_HERE.test(arg)), ...INSTEAD],
    }),
  ))

/** Starts the one browser of a file, where it does not run yet. */
export async function aWindow({ origin, javaScript = true, width = 1280 }: WindowSettings): Promise<Window> {
  const browser = await theBrowser()
  const context = await browser.newContext({
    baseURL: origin.href,
    javaScriptEnabled: javaScript,
    viewport: { width, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => void troubles.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    // The browser says so itself where a page answers 4xx; that is for the test to expect or not.
    if (message.type() === 'error' && !/the server responded with a status of 4/.test(message.text())) {
      troubles.push(`${page.url()}: ${message.text()}`)
    }
  })
  page.on('response', (response) => {
    if (response.status() >= 500) troubles.push(`${response.url()}: ${response.status()}`)
  })
  return { page, troubles, close: () => context.close() }
}

export async function closeBrowser(): Promise<void> {
  const last = running
  running = undefined
  await (await last)?.close()
}
