import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Service, theService } from '../test/the-service.ts'
import { type Window, aWindow } from './browser.ts'
import { type Hand, aKeyboard, aMouse } from './hand.ts'
import { lookedOver } from './looked-over.ts'
import { type Who, reads, signIn } from './steps/table.ts'

// Two of the four ways of paying, as those who buy live them: a sum that falls from year to year and is stopped where it would
// fall below what people’s needs cost; and outcomes that are counted and shown, while no money moves for them.

const AMA: Who = { name: 'Ama Boateng', side: 'staff' }
const TOBIAS: Who = { name: 'Tobias Winterflood', side: 'staff' }

let service: Service
let windows: readonly Window[] = []
beforeAll(async () => {
  service = await theService()
})
afterEach(async () => {
  await Promise.all(windows.map((window) => window.close()))
  expect(windows.flatMap(({ troubles }) => troubles)).toEqual([])
  windows = []
  service.turnTo('2026-11-21')
})
afterAll(() => service.close())

async function windowOf(who: Who, { keyboard = false, javaScript = true } = {}): Promise<Hand> {
  const window = await aWindow({ origin: await service.listening(), javaScript })
  windows = [...windows, window]
  const hand = keyboard ? aKeyboard(window.page) : aMouse(window.page)
  await signIn(hand, who)
  return hand
}

test('a cohort tapers and is blocked: the year pays what eligible needs cost, and says by how much', async () => {
  const ama = await windowOf(AMA)
  await ama.follow('Contracts')
  expect(await lookedOver(ama.page)).toEqual([])
  await ama.follow('Out and about: outreach and supported living')
  expect(await reads(ama)).toContain('Year 4, from 1 November 2026')
  expect(await reads(ama)).toContain('£89,634.27: 5% less than the year before, with an uplift of 3%')
  expect(await lookedOver(ama.page)).toEqual([])
  await ama.follow('1 November 2026 to 30 November 2026')
  expect(await reads(ama)).toContain('The fall is blocked: £30,753.16 is missing for the year.')
  expect(await reads(ama)).toContain('The period is not over.')
  await ama.unfold(/How this was worked out.*What eligible needs cost/)
  expect(await reads(ama)).toContain('o-02: 22 a week of support, 7 a week of sleep-in')
  expect(await lookedOver(ama.page)).toEqual([])

  // In December the period is over, and somebody settles it by name: with the keyboard alone, and no scripts.
  service.turnTo('2026-12-02')
  const tobias = await windowOf(TOBIAS, { keyboard: true, javaScript: false })
  await tobias.follow('Contracts')
  await tobias.follow('Out and about: outreach and supported living')
  await tobias.follow('1 November 2026 to 30 November 2026')
  await tobias.press('Settle this period')
  expect(await reads(tobias)).toContain('Say that you have looked at what is held')
  await tobias.tick(/Settle this period/, /I have looked/)
  await tobias.press('Settle this period')
  expect(await reads(tobias)).toContain('Settled. The sum and your name are in the ledger.')
  await tobias.press('Write down that it was paid')
  expect(await reads(tobias)).toContain('Settled and paid.')
})

test('indicators are shown, and no money moves: whatever is confirmed, the sum is the care given', async () => {
  const ama = await windowOf(AMA)
  await ama.follow('Contracts')
  await ama.follow('Home care, east')
  expect(await reads(ama)).toContain('Outcomes are counted and shown beside it; no money hangs on them.')
  await ama.follow('1 October 2026 to 31 October 2026')
  const before = await ama.page.locator('h1').innerText()
  expect(before).toContain('What is owed')
  expect(await reads(ama)).toContain('Shown beside the money. None of it hangs on these')
  expect(await reads(ama)).toContain('Goes out when they want to: 1 of 2 reached it')
  expect(await lookedOver(ama.page)).toEqual([])

  // Somebody at the council takes an outcome out: what is shown changes, and the sum does not.
  await ama.page.goto('/contracts/home-care-east/outcomes')
  expect(await lookedOver(ama.page)).toEqual([])
  await ama.follow(/Exclude.*The library on my own/)
  await ama.press('Exclude this outcome')
  expect(await reads(ama)).toContain('Choose who approved it')
  expect(await lookedOver(ama.page)).toEqual([])
  await ama.choose('What happened', 'The person is in hospital')
  await ama.write('In a sentence', 'Since 30 October.')
  await ama.choose('Who at the council approved it', 'Tobias Winterflood')
  await ama.press('Exclude this outcome')
  expect(await reads(ama)).toContain('Excluded: Since 30 October.')
  await ama.page.goto('/contracts/home-care-east/settlement/2026-10-01')
  expect(await ama.page.locator('h1').innerText()).toBe(before)

  await ama.follow('Before you trust this contract’s figures')
  expect(await reads(ama)).toContain('Where there is too little to see')
  expect(await lookedOver(ama.page)).toEqual([])
  for (const [link, heading] of [
    ['Market', 'Prices and what came of them'],
    ['Outcomes by provider', 'Outcomes by provider'],
    ['If a provider left', 'If a provider left'],
    ['Chains of subcontracts', 'Chains of subcontracts'],
  ] as const) {
    await ama.follow(link)
    expect(await ama.page.locator('h1').innerText()).toBe(heading)
    expect(await lookedOver(ama.page)).toEqual([])
  }
})
