import { expect, test } from 'vitest'
import type { Hand } from './hand.ts'
import { BERNADETTE, KEITH, TENDAI, type Who, openOwnRecord, openRecordOf, reads } from './steps/table.ts'
import { windowsOn } from './windows.ts'

// A lead provider has passed a person on, and the one who comes to the door is challenged: by name, heard, and settled by
// somebody else.

const BRIGHTWATER: Who = { name: 'Brightwater Care', side: 'staff' }

const { windowOf } = windowsOn()
/** No scripts, as where they are blocked or did not arrive. */
const PLAIN = { javaScript: false }

const goToWhatCame = async (hand: Hand): Promise<void> => {
  await hand.follow('Support')
  await hand.follow('What came of it')
}

test('Keith challenges what a subcontractor did for Tendai; it answers, and his manager settles it', async () => {
  const [keith, brightwater, bernadette, tendai] = [
    await windowOf(KEITH, PLAIN),
    await windowOf(BRIGHTWATER, PLAIN),
    await windowOf(BERNADETTE, PLAIN),
    await windowOf(TENDAI, PLAIN),
  ]

  // The chain is there down to the door, and the hours beside the challenge.
  await openRecordOf(keith, TENDAI)
  await goToWhatCame(keith)
  expect(await reads(keith)).toContain(
    'Northmoor Homecare has the contract and passed the support on to Brightwater Care.',
  )
  await keith.follow('Challenge what was done')
  expect(await reads(keith)).toContain('What was planned and given')
  await keith.write('What was not done?', 'Nobody has gone to Spokes with him since June. He stays in.')
  await keith.press('Send this challenge')

  // The subcontractor finds it waiting, and nobody whom it does not support.
  await brightwater.follow('Support that you give')
  await brightwater.follow('Support for the town wards')
  expect(await reads(brightwater)).not.toContain('t-03')
  await brightwater.follow('Answer a challenge about Tendai Gwatidzo')
  expect(await reads(brightwater)).toContain('The care that you give is paid.')
  await brightwater.choose('Do you agree with it?', 'No, or not quite')
  await brightwater.write('What was done, and what happens now?', 'His worker left in June. We are looking.')
  await brightwater.press('Send this answer')

  // What it says settles nothing. The manager does, with a reason.
  await openRecordOf(bernadette, TENDAI)
  await goToWhatCame(bernadette)
  expect(await reads(bernadette)).toContain('The provider has answered. It is not settled yet.')
  await bernadette.follow(/Keith Bromwell, 21 November 2026/)
  expect(await reads(bernadette)).toContain('His worker left in June. We are looking.')
  await bernadette.choose('Was it right?', 'Yes: it was not done')
  await bernadette.write(
    'Why, and what happens now?',
    'Five months is too long. Somebody goes with him from Monday.',
  )
  await bernadette.press('Settle this challenge')

  // Tendai reads all of it on his own record.
  await openOwnRecord(tendai)
  await goToWhatCame(tendai)
  expect(await reads(tendai)).toContain('Settled: it was right.')
  await tendai.follow(/Keith Bromwell, 21 November 2026/)
  expect(await reads(tendai)).toContain('Somebody goes with him from Monday.')
})
