import { afterEach, expect, test } from 'vitest'
import { type Service, theService } from '../test/the-service.ts'
import { type Window, aWindow } from './browser.ts'
import { type Hand, aKeyboard, aMouse } from './hand.ts'
import { agree, answerInPart, issueAtOnce, issueWithReasons, readTheDraft } from './steps/plan.ts'
import {
  BERNADETTE,
  MARIA,
  type Who,
  goTo,
  openOwnRecord,
  openRecordOf,
  reads,
  signIn,
} from './steps/table.ts'

// A plan from its draft to what is agreed, in the browsers of the person and of the one who issues it.

const open: { service?: Promise<Service>; windows: Window[] } = { windows: [] }

async function windowOf(who: Who, javaScript: boolean, hand: (page: Window['page']) => Hand): Promise<Hand> {
  const service = await (open.service ??= theService())
  const window = await aWindow({ origin: await service.listening(), javaScript })
  open.windows.push(window)
  const own = hand(window.page)
  await signIn(own, who)
  return own
}

afterEach(async () => {
  const troubles = open.windows.flatMap((window) => window.troubles)
  await Promise.all(open.windows.map((window) => window.close()))
  await (await open.service)?.close()
  open.windows = []
  delete open.service
  expect(troubles).toEqual([])
})

test.each([
  ['without JavaScript', false, aMouse],
  ['with nothing but a keyboard', true, aKeyboard],
] as const)(
  'Maria reads the draft and answers; less is issued only with its reasons; she agrees: %s',
  async (_way, javaScript, handOf) => {
    const maria = await windowOf(MARIA, javaScript, handOf)
    await openOwnRecord(maria)
    await readTheDraft(maria)
    expect(await reads(maria)).toContain('DRAFT. This is a draft. It is not in force.')
    await answerInPart(maria, 'The new choir needs its two hours.', 'Eighteen hours.')
    expect(await reads(maria)).toContain('the council owes you an answer to it')

    const bernadette = await windowOf(BERNADETTE, javaScript, handOf)
    await openRecordOf(bernadette, MARIA)
    await issueAtOnce(bernadette)
    expect(await reads(bernadette)).toContain('falls: was 18 hours a week, now 16 hours a week. Missing: ')
    await issueWithReasons(bernadette, {
      met: 'Sixteen hours cover choir, Mass and the godchildren.',
      restsOn: /review of 8 September 2026/,
      part: 'She went through a month of her diary with us.',
    })
    expect(await reads(bernadette)).toContain('The plan is issued.')

    await goTo(maria, 'plan')
    const issued = await reads(maria)
    expect(issued).toContain(
      'DRAFT. This version has been issued, and is not agreed: nobody has answered it yet.',
    )
    await agree(maria)
    await goTo(maria, 'plan')
    expect(await reads(maria)).toContain('You agree, 21 November 2026.')
  },
)
