import { afterEach, expect, test } from 'vitest'
import { type Hand, aKeyboard } from './hand.ts'
import { lookedOver } from './looked-over.ts'
import { type Who, reads } from './steps/table.ts'
import { windowsOn } from './windows.ts'

// Two of the four ways of paying, as those who buy live them: a sum that falls from year to year and is stopped where it would
// fall below what people’s needs cost; and outcomes that are counted and shown, while no money moves for them.

const AMA: Who = { name: 'Ama Boateng', side: 'staff' }
const TOBIAS: Who = { name: 'Tobias Winterflood', side: 'staff' }

const { service, windowOf } = windowsOn()
afterEach(async () => {
  ;(await service()).turnTo('2026-11-21')
})

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
  expect(await reads(ama)).toContain(
    'o-02: 22 hours a week of Support in the community; 7 nights a week of Sleep-in, shared',
  )
  expect(await lookedOver(ama.page)).toEqual([])

  // In December the period is over, and somebody settles it by name: with the keyboard alone, and no scripts.
  ;(await service()).turnTo('2026-12-02')
  const tobias = await windowOf(TOBIAS, { hand: aKeyboard, javaScript: false })
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

/** The first, second and third box of a date, by the question over them. */
async function writeDate(
  hand: Hand,
  question: string,
  date: readonly [string, string, string],
): Promise<void> {
  const group = hand.page.getByRole('group', { name: question })
  for (const [index, name] of (['Day', 'Month', 'Year'] as const).entries())
    await group.getByRole('textbox', { name }).fill(date[index] ?? '')
}

test('a contract is written, a person linked and a price set; the next settlement goes by all of it', async () => {
  const ama = await windowOf(AMA, { javaScript: false })
  await ama.follow('Contracts')
  await ama.press('Write a new contract')

  // Page after page, and what cannot be is said beside the question.
  await ama.write('What is it called?', 'Home care, west')
  await ama.choose('Who is it with?', 'Saltmarsh Supported Living')
  await ama.choose('Who answers for it at the council?', 'Ama Boateng (you)')
  await writeDate(ama, 'On which day does it start?', ['1', '12', '2026'])
  await writeDate(ama, 'On which day does it end?', ['30', '11', '2025'])
  await ama.press('Continue')
  expect(await reads(ama)).toContain('The contract ends on 30 November 2025, before it starts')
  await writeDate(ama, 'On which day does it end?', ['30', '11', '2028'])
  await ama.press('Continue')
  await ama.choose('How does it pay?', 'Care given, outcomes shown')
  await ama.choose('How often is it settled?', 'Every month')
  await ama.press('Continue')
  await ama.write('What is it?', 'Home care')
  await ama.page.getByLabel('Counted in').selectOption('Hours')
  await ama.write('What does the contract pay for one, in pounds?', '28')
  await ama.write('What is the council’s sustainable rate for one, in pounds?', '27.60')
  await ama.write('Where is the sustainable rate published?', 'Northmoor’s list of 2026-27')
  await ama.press('Continue')
  await ama.write(/What is counted/, 'Goes out when they want to')
  await ama.press('Continue')
  await ama.press('Continue')
  expect(await reads(ama)).toContain('£28.00; the sustainable rate is £27.60')
  await ama.press('Keep this contract')
  expect(await reads(ama)).toContain('The contract is in the ledger. Link the people whom it is for.')
  const contract = new URL(ama.page.url()).pathname

  // In December a person is linked, with no name on the page; and a price is set for days to come.
  ;(await service()).turnTo('2026-12-02')
  await ama.follow('Link a person')
  expect(await reads(ama)).not.toContain('Kumaran')
  const [who] = await ama.page.getByRole('group', { name: 'Who is it?' }).getByRole('radio').all()
  await who?.check()
  await writeDate(ama, 'From which day?', ['1', '12', '2026'])
  await ama.press('Link this person')
  expect(await reads(ama)).toContain('The person is linked.')
  await ama.follow('Set a price')
  await ama.choose('Which price is it?', 'The contract’s price')
  await ama.choose('For which care?', /Home care/)
  await ama.write('How many pounds is it?', '20')
  await writeDate(ama, 'From which day?', ['15', '12', '2026'])
  await ama.write('Where does it come from, and why?', 'The fee letter of 1 December')
  await ama.press('Set this price')
  expect(await reads(ama)).toContain('£20.00 is £7.60 an hour below the sustainable rate of £27.60')
  await ama.write('How many pounds is it?', '30')
  await ama.press('Set this price')
  expect(await reads(ama)).toContain('The price is in the ledger, with your name.')

  // The provider brings in an hour before the price changed, and an hour after.
  const saltmarsh = await windowOf(
    { name: 'Saltmarsh Supported Living', side: 'staff' },
    { javaScript: false },
  )
  ;(await service()).turnTo('2027-01-04')
  await saltmarsh.page.goto(`${contract.replace('/contracts/', '/provider/')}/bring`)
  const row = (day: string) =>
    `v-${day},p-01,home-care,L1,w-1,2026-12-${day}T09:00:00Z,2026-12-${day}T10:00:00Z,2026-12-${day}T09:00:00Z,2026-12-${day}T10:00:00Z`
  await saltmarsh.write(
    'The rows',
    ['visit,person,service,line,worker,planned_start,planned_end,start,end', row('03'), row('17')].join('\n'),
  )
  await saltmarsh.press('Bring these visits in')

  await ama.page.goto(`${contract}/settlement/2026-12-01`)
  const owed = await reads(ama)
  expect(owed).toContain('What is owed: £58.00')
  expect(owed).toContain('Home care: 1 hour at the rate of 1 December 2026')
  expect(owed).toContain('Home care: 1 hour at £30.00')
})
