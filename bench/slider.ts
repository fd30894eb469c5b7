import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { aWindow, closeBrowser } from '../e2e/browser.ts'
import { type Figure, inTime, median, percentile, under } from './figures.ts'
import { startService } from './service.ts'
import { ownFolder } from './start.ts'

// The what-if page of 20,000 invented people, in the browser that the tests use: a commissioner moves the slider with the
// keyboard. The service is filled by its own start, as the demonstration is. BENCH_COUNCIL keeps its folder for the next run.

const PEOPLE = 20_000
const MOVES = 50
/** One frame at sixty a second, in milliseconds. */
const A_FRAME = 16
const SLIDER = /^Home care from an agency, slider/

/** Of a page on a machine that has much else to do, in milliseconds. */
const PATIENCE = 120_000

async function signInAsCommissioner(page: Page): Promise<void> {
  page.setDefaultNavigationTimeout(PATIENCE)
  await page.goto('/sign-in/staff')
  await page.getByRole('button', { name: /^Ama Boateng/ }).click()
  await page.getByRole('link', { name: 'Insight' }).first().waitFor()
}

/** Until everybody is there: the page says how far it has come. @throws where nobody comes in any more */
async function whole(page: Page): Promise<void> {
  let last = ''
  let same = 0
  for (;;) {
    await page.goto('/insight')
    const text = await page.locator('body').innerText()
    const [growing] = /(?:still being|contracts are still)[^.]*\./.exec(text) ?? []
    if (growing === undefined) return
    same = growing === last ? same + 1 : 0
    if (same > 60) throw new Error(`Nobody comes in any more: ${growing}`)
    last = growing
    await pause(2_000)
  }
}

/**
 * Keeps for every move how long it took, in milliseconds: from the event to the words being in the page, and to the frame
 * after them being drawn. Text, so that no tool of the build writes anything into it that the page does not have.
 */
const WATCH = `
  window.moves = []
  document.addEventListener('input', (event) => {
    const began = event.timeStamp
    const place = document.querySelector('#what-if-now figcaption')
    const before = place === null ? '' : place.textContent
    const heard = performance.now()
    const words = new MutationObserver(() => {
      const now = document.querySelector('#what-if-now figcaption')
      if (now === null || now.textContent === before) return
      words.disconnect()
      const written = performance.now()
      requestAnimationFrame(() => setTimeout(() =>
        window.moves.push({ queued: heard - began, work: written - heard, words: written - began, drawn: performance.now() - began })))
    })
    words.observe(document.getElementById('what-if-now'), { subtree: true, childList: true, characterData: true })
  }, true)
`

type Move = {
  readonly queued: number
  readonly work: number
  readonly words: number
  readonly drawn: number
}

async function moved(page: Page): Promise<readonly Move[]> {
  const slider = page.getByRole('slider', { name: SLIDER })
  await slider.waitFor()
  await page.locator('[data-what-if][data-live]').waitFor({ state: 'attached' })
  await page.evaluate(WATCH)
  await slider.focus()
  for (let move = 0; move < MOVES; move += 1) {
    await page.keyboard.press(move % 10 < 7 ? 'ArrowLeft' : 'ArrowRight')
    // Now and then it rests long enough for the groups to be asked of the server and put in beneath.
    await pause(move % 10 === 9 ? 1_500 : 60)
  }
  await pause(200)
  return page.evaluate<readonly Move[]>('window.moves')
}

function figuresOf(moves: readonly Move[], bytes: number): readonly Figure[] {
  const words = moves.map((move) => move.words)
  const longest = Math.max(...words)
  const [, second = longest] = words.toSorted((a, b) => b - a)
  const drawn = moves.map((move) => move.drawn)
  const work = moves.map((move) => move.work)
  return [
    {
      ...under(
        `a move of the slider in the browser, ${PEOPLE} people: from the event to the words on the page, the longest of ${moves.length}`,
        A_FRAME,
        longest,
      ),
      beside: `median ${inTime(median(words))}, nine in ten ${inTime(percentile(words, 0.9))}, the longest was move ${words.indexOf(longest) + 1} and the next ${inTime(second)}; the page's own work at the most ${inTime(Math.max(...work))}; frame after them drawn: median ${inTime(median(drawn))}, longest ${inTime(Math.max(...drawn))}`,
    },
    {
      what: 'the hours that it moves over, sent once',
      asked: '',
      measured: `${(bytes / 2 ** 20).toFixed(1)} MB`,
    },
  ]
}

/** What a page takes from being asked for to being there whole, as the browser's fetch sees it. */
async function fetched(page: Page, path: string): Promise<{ readonly took: number; readonly bytes: number }> {
  return page.evaluate(
    `(async () => {
      const began = performance.now()
      const answer = await fetch(${JSON.stringify(path)})
      const body = await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(${JSON.stringify(path)} + ': ' + answer.status)
      return { took: performance.now() - began, bytes: body.byteLength }
    })()`,
  )
}

const ROOMS = [
  '/insight/waits',
  '/insight/what-if',
  '/insight/two-by-two',
  '/insight/fairness',
  '/insight/fit',
  '/insight/calibration',
  '/insight/publish',
] as const

/** The first page after a start or a change reads every row again; what each room works out, it keeps until the next. */
async function firstPages(page: Page): Promise<readonly Figure[]> {
  const first = await fetched(page, '/insight')
  const figures: Figure[] = [
    under(`the first page of figures after a start, ${PEOPLE} people`, 2_000, first.took),
  ]
  for (const path of ROOMS) {
    const { took } = await fetched(page, path)
    const again = await fetched(page, path)
    figures.push({ ...under(`then ${path}`, 2_000, took), beside: `again ${inTime(again.took)}` })
  }
  return figures
}

/** Fills a council where none is kept, and measures its pages of figures and its slider. */
export async function measureSlider(): Promise<readonly Figure[]> {
  const kept = process.env['BENCH_COUNCIL']
  const folder = kept === undefined ? ownFolder('council') : { path: kept, remove: () => undefined }
  const start = () => startService({ ROUNDTABLE_DATA: folder.path, ROUNDTABLE_INVENTED: String(PEOPLE) })
  try {
    const filling = await start()
    try {
      const { page, close } = await aWindow({ origin: new URL(filling.origin) })
      await signInAsCommissioner(page)
      await whole(page)
      await close()
    } finally {
      await filling.stop()
    }
    const service = await start()
    try {
      const { page, troubles } = await aWindow({ origin: new URL(service.origin) })
      await signInAsCommissioner(page)
      const pages = await firstPages(page)
      await page.goto('/insight/what-if')
      const { bytes } = await fetched(page, '/insight/what-if/hours.bin')
      const moves = await moved(page)
      if (moves.length < MOVES * 0.9) throw new Error(`Only ${moves.length} of ${MOVES} moves were seen.`)
      if (troubles.length > 0) throw new Error(troubles.join('\n'))
      return [...figuresOf(moves, bytes), ...pages]
    } finally {
      await closeBrowser()
      await service.stop()
    }
  } finally {
    folder.remove()
  }
}
