import type { Cast } from './at-the-table.ts'
import type { Sheet } from './sheet.ts'
import { ABOUT_ME } from './words-life.ts'
import { CAUSES } from './words-plan.ts'

/** How much somebody can take part, who stands beside them, and whether they can decide. */
export function takingPart(sheet: Sheet, cast: Cast): void {
  const { who, chance, add } = sheet
  add('statement', cast.worker, {
    topic: 'about-me',
    'said-by': cast.person,
    basis: 'lived',
    text: chance.pick(ABOUT_ME),
  })
  if (!who.difficulty) return
  add('statement', cast.worker, {
    topic: 'communication',
    'said-by': cast.worker,
    basis: 'observed',
    text: 'Understands short sentences, and loses the thread when there is much at once.',
    doubts: who.lacksCapacity ? ['taking-part', 'capacity'] : ['taking-part'],
  })
  advocacy(sheet, cast)
  if (who.lacksCapacity) capacity(sheet, cast)
}

function advocacy(sheet: Sheet, cast: Cast): void {
  const difficulty = { understand: false, retain: true, weigh: true, communicate: false }
  const { helper } = cast
  if (sheet.plants('no-advocate')) {
    const id = sheet.add('advocacy', cast.worker, { difficulty, decision: 'not-referred' })
    sheet.plant({ fault: 'no-advocate', entries: [id] })
    return
  }
  if (helper !== undefined && sheet.chance.happens(0.6)) {
    sheet.add('advocacy', cast.worker, {
      difficulty,
      supporter: helper.id,
      'person-agrees': true,
      decision: 'supporter',
    })
    return
  }
  sheet.add('advocacy', cast.worker, { difficulty, decision: 'appointed', advocate: cast.advocate() })
}

function capacity(sheet: Sheet, cast: Cast): void {
  const close = cast.helper === undefined ? [] : [cast.helper.id]
  sheet.add('capacity', cast.worker, {
    decision: 'Where to live, and which support to have',
    for: ['home', 'support'],
    'help-given': [
      'Short sentences and pictures',
      'Two visits, both in the morning',
      'Somebody they trust beside them',
    ],
    understands: true,
    retains: false,
    weighs: false,
    communicates: true,
    because: sheet.chance.pick(CAUSES[sheet.who.traits.reason]),
    'has-capacity': false,
    'best-interests': {
      decided: 'Support that keeps them safe and leaves them as much of their own day as can be',
      consulted: [cast.person, ...close],
      wishes: 'To have their own things around them, and the people they know',
      'less-restrictive': 'Help that comes and goes was looked at first',
    },
  })
}
