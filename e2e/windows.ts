import { afterAll, afterEach, beforeEach, expect } from 'vitest'
import type { Page } from 'playwright-core'
import { type Service, theService } from '../test/the-service.ts'
import { type Window, aWindow, closeBrowser } from './browser.ts'
import { type Hand, aMouse } from './hand.ts'
import { type Who, signIn } from './steps/table.ts'

// The service that a file tries, and the windows in which people sit before it. A window that a test opens goes with that
// test, one that was opened before goes with the file; and wherever something went wrong in one, the test fails.
//
//   const { service, windowOf } = windowsOn()
//   const maria = await windowOf(MARIA)
//   const blocked = await windowOf(MARIA, { javaScript: false })

export type Way = {
  /** off: as where scripts are blocked or did not arrive */
  readonly javaScript?: boolean
  /** pixels */
  readonly width?: number
  /** a mouse, unless told otherwise */
  readonly hand?: (page: Page) => Hand
}

export type Windows = {
  /** started when it is first asked for */
  readonly service: () => Promise<Service>
  /** Somebody comes to the first page and signs in on the issuer's own page. */
  readonly windowOf: (who: Who, way?: Way) => Promise<Hand>
  /** Somebody who has signed in already, or nobody where no account is given. */
  readonly seatOf: (account: string | undefined, way?: Way) => Promise<Window>
}

type Settings = {
  /** A service for the whole file, or a new one for each test. */
  readonly each?: 'file' | 'test'
  readonly start?: () => Promise<Service>
}

/** To be called once, at the top of a file: it sees to the end of all that it opens. */
export function windowsOn({ each = 'file', start = theService }: Settings = {}): Windows {
  const open: { service?: Promise<Service>; ofFile: Window[]; ofTest: Window[] | undefined } = {
    ofFile: [],
    ofTest: undefined,
  }
  const service = () => (open.service ??= start())
  const closeService = async () => {
    await (await open.service)?.close()
    delete open.service
  }
  beforeEach(() => {
    open.ofTest = []
  })
  afterEach(async () => {
    const windows = open.ofTest ?? []
    open.ofTest = undefined
    if (each === 'test') await Promise.all([closeAll(windows), closeService()])
    else await closeAll(windows)
  })
  afterAll(async () => {
    try {
      await closeAll(open.ofFile)
    } finally {
      await Promise.all([closeService(), closeBrowser()])
    }
  })

  const anyWindow = async (way: Way): Promise<Window> => {
    const window = await aWindow({ origin: await (await service()).listening(), ...settingsOf(way) })
    ;(open.ofTest ?? open.ofFile).push(window)
    return window
  }
  return {
    service,
    windowOf: async (who, way = {}) => {
      const own = (way.hand ?? aMouse)((await anyWindow(way)).page)
      await signIn(own, who)
      return own
    },
    seatOf: async (account, way = {}) => {
      const window = await anyWindow(way)
      await sitDown(window.page, await service(), account)
      return window
    },
  }
}

const settingsOf = ({ javaScript, width }: Way) => ({
  ...(javaScript === undefined ? {} : { javaScript }),
  ...(width === undefined ? {} : { width }),
})

/** Signs somebody in, in place of whoever was before; nobody where there is no account. */
export async function sitDown(page: Page, service: Service, account: string | undefined): Promise<void> {
  await page.context().clearCookies()
  if (account === undefined) return
  const [name = '', value = ''] = (await service.as(account)).cookie.split('=')
  await page.context().addCookies([{ name, value, url: (await service.listening()).href }])
}

async function closeAll(windows: readonly Window[]): Promise<void> {
  await Promise.all(windows.map((window) => window.close()))
  expect(windows.flatMap(({ troubles }) => troubles)).toEqual([])
}
