import { expect, test } from 'vitest'
import { aKeyboard, aMouse } from './hand.ts'
import { agree, answerInPart, issueAtOnce, issueWithReasons, readTheDraft } from './steps/plan.ts'
import { BERNADETTE, MARIA, goTo, openOwnRecord, openRecordOf, reads } from './steps/table.ts'
import { windowsOn } from './windows.ts'

// A plan from its draft to what is agreed, in the browsers of the person and of the one who issues it.

const { windowOf } = windowsOn({ each: 'test' })

test.each([
  ['without JavaScript', false, aMouse],
  ['with nothing but a keyboard', true, aKeyboard],
] as const)(
  'Maria reads the draft and answers; less is issued only with its reasons; she agrees: %s',
  async (_way, javaScript, hand) => {
    const maria = await windowOf(MARIA, { javaScript, hand })
    await openOwnRecord(maria)
    await readTheDraft(maria)
    expect(await reads(maria)).toContain('DRAFT. This is a draft. It is not in force.')
    await answerInPart(maria, 'The new choir needs its two hours.', 'Eighteen hours.')
    expect(await reads(maria)).toContain('the council owes you an answer to it')

    const bernadette = await windowOf(BERNADETTE, { javaScript, hand })
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
