import type { Hand } from '../hand.ts'
import { goTo } from './table.ts'

/** The money on the table, as it stands in the page. */
export async function readTheMoney(hand: Hand): Promise<{ readonly sum: string; readonly both: string }> {
  await goTo(hand, 'money')
  const { page } = hand
  const both = page.locator('.rt-both')
  return {
    sum: (await page.locator('.rt-sum__figure').first().innerText()).trim(),
    both: (await both.count()) === 0 ? '' : (await both.first().innerText()).replaceAll(/\s+/g, ' ').trim(),
  }
}

/** Opens one line of the sum. @returns how it was worked out, down to who said what */
export async function openLine(hand: Hand, line: string): Promise<string> {
  await hand.unfold(`How this was worked out: ${line}`)
  const opened = hand.page.locator('details[open]').filter({ hasText: `How this was worked out: ${line}` })
  return (await opened.first().innerText()).replaceAll(/\s+/g, ' ')
}

export async function showTheSum(hand: Hand): Promise<void> {
  await goTo(hand, 'money')
  await hand.press('Put this sum in the record and show it')
}
