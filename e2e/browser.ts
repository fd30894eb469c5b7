import chromium from '@sparticuz/chromium'
import { type Page, chromium as browserType } from 'playwright-core'

// The browser that comes as a package, as somebody at the table uses it. Each window is a browser of its own, with its
// own cookies, and whatever goes wrong in it is kept: an error in a script, a resource that is refused, a broken rule of
// the content security policy.

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

/** What the package would switch off for the machines that it was made for, and pages rely on elsewhere. */
const NOT_HERE: readonly string[] = [
  '--single-process',
  '--disable-web-security',
  '--allow-running-insecure-content',
]

export async function aWindow({ origin, javaScript = true, width = 1280 }: WindowSettings): Promise<Window> {
  const browser = await browserType.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((arg) => !NOT_HERE.includes(arg)),
  })
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
  return { page, troubles, close: () => browser.close() }
}
