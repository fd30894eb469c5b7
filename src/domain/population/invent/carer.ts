import type { Cast } from './at-the-table.ts'
import type { Sheet } from './sheet.ts'
import { CARER_SEES } from './words-life.ts'

/** A carer is named and heard, and offered an assessment of their own; where little is needed, they do not want one. */
export function hearHelper(sheet: Sheet, cast: Cast, much: boolean): void {
  const { helper } = cast
  if (helper === undefined) return
  const isKnown = sheet.entries.some(({ kind }) => kind === 'carer-identified')
  if (!isKnown) {
    sheet.add('carer-identified', cast.worker, {
      carer: helper.id,
      provides:
        helper.topics.length > 0
          ? 'Help at home, as often as it can be managed.'
          : 'Company, and an eye on things.',
      hours: helper.topics.length > 0 ? helper.hours : 0,
      willing: helper.willing,
      able: true,
      assessment: much && helper.wantsAssessment ? 'accepted' : 'declined',
    })
  }
  sheet.add('statement', cast.worker, {
    topic: helper.topics[0] ?? 'family',
    'said-by': helper.id,
    basis: 'observed',
    text: sheet.chance.pick(CARER_SEES),
  })
}

/** A carer's own assessment under way, and the need that was found in it. */
export type CarersOwn = { readonly opened: string; readonly need: string; readonly carer: string }

/**
 * The carer's own assessment, on the day of the person's: what caring does to them. @returns a need of theirs that is to be
 * decided on, where they said yes
 */
export function assessCarer(sheet: Sheet, cast: Cast): CarersOwn | undefined {
  const { helper, worker } = cast
  if (helper?.wantsAssessment !== true) return undefined
  const opened = sheet.add('assessment-opened', worker, {
    of: 'carer',
    subject: helper.id,
    way: 'face-to-face',
    assessor: worker,
    offered: ['face-to-face', 'supported-self', 'phone'],
    'told-what-to-expect': true,
  })
  const statement = sheet.add('statement', worker, {
    topic: 'carer-recreation',
    'said-by': helper.id,
    about: helper.id,
    basis: 'lived',
    text: 'I have not had an afternoon to myself since last year. I am worn out by Sunday.',
    level: 1,
    hoped: 3,
    times: 1,
    minutes: 180,
  })
  const need = sheet.add('need', worker, {
    text: 'An afternoon a week of one’s own',
    topics: ['carer-recreation'],
    cause: 'The care that is given at home every day',
    test: 'unable',
    of: helper.id,
    wellbeing: ['health', 'relationships'],
    impact: 'significant',
    'impact-why': 'Sleep and friends have gone, and the doctor has said so.',
    statements: [statement],
  })
  return { opened, need, carer: helper.id }
}

/**
 * Where the person wants nothing for themselves, their carer is assessed all the same: they have a right of their own to it.
 * @returns the assessment under way, where the carer wants one
 */
export function carerAlone(sheet: Sheet, cast: Cast): CarersOwn | undefined {
  const { helper, worker } = cast
  if (helper?.wantsAssessment !== true) return undefined
  hearHelper(sheet, cast, true)
  const opened = sheet.add('assessment-opened', worker, {
    of: 'carer',
    subject: helper.id,
    way: 'phone',
    assessor: worker,
    offered: ['face-to-face', 'supported-self', 'phone'],
    'told-what-to-expect': true,
  })
  const statement = sheet.add('statement', worker, {
    topic: 'carer-recreation',
    'said-by': helper.id,
    about: helper.id,
    basis: 'lived',
    text: 'I manage, most weeks. It is good to be asked.',
    level: 3,
    hoped: 3,
  })
  const need = sheet.add('need', worker, {
    text: 'Some time of one’s own',
    topics: ['carer-recreation'],
    cause: 'The care that is given at home',
    test: 'managing',
    of: helper.id,
    wellbeing: ['relationships'],
    impact: 'some',
    'impact-why': 'There are friends, and a day a week away from home.',
    statements: [statement],
  })
  return { opened, need, carer: helper.id }
}

/** It is closed and decided on; where nothing need be met, the carer is told what there is, in writing. */
export function decideAlone({ add }: Sheet, { worker }: Cast, { opened, need, carer }: CarersOwn): void {
  add('assessment-closed', worker, { assessment: opened, outcome: 'completed' })
  const decision = add('eligibility', worker, {
    assessment: opened,
    eligible: false,
    needs: [{ need, eligible: false, why: 'There is time to oneself, and friends are seen.' }],
    reasons: 'What caring asks of them does not weigh heavily on them today.',
  })
  add('advice', worker, {
    about: 'The carers’ group on Tuesdays, the emergency card, and how to ask again when it gets harder.',
    aim: 'carers',
  })
  for (const of of [opened, decision]) add('copy', worker, { of, to: carer, as: 'letter' })
}
