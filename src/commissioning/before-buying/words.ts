import type { Behaviour } from '../../domain/contracts/before-buying/behaviours.ts'
import type { Way } from '../../domain/contracts/before-buying/ways.ts'
import type { FlagId } from '../../domain/integrity/flag.ts'

type WayWords = { readonly name: string; readonly pays: string; readonly learn: string }

export const WAY_WORDS: Readonly<Record<Way, WayWords>> = {
  hours: {
    name: 'Plain hours',
    pays: 'The hours that were given, at a price an hour. Nobody asks what came of them.',
    learn:
      'Nothing pays better than giving the hours. But nobody can see who was turned away, who was left until last, or what came of it: nobody asks.',
  },
  indicators: {
    name: 'Hours, with outcomes counted',
    pays: 'The same hours at the same price. Outcomes are agreed, asked for and counted, and no money hangs on them (as in Coventry).',
    learn:
      'It costs what plain hours cost, and people get what they get there. The council sees far more, and no provider gains by making the figures look better.',
  },
  'outcome-fee': {
    name: 'A fee for outcomes, with a floor',
    pays: 'A part whatever happens; the rest when the person says that they reached what they wanted (as in Wiltshire). Never less than the care that was given is worth.',
    learn:
      'The floor keeps the provider alive when outcomes do not come, so the council pays for care in bad years and for outcomes in good ones. What pays best is a person who says yes when it is not so.',
  },
  'outcome-fee-no-floor': {
    name: 'A fee for outcomes, no floor',
    pays: 'The same, as it was first written: where outcomes do not come, care that was given is not paid for. The guidance does not allow this; it is here to be studied.',
    learn:
      'A provider that behaves well can lose money through bad luck alone. One that supports people who are unlikely to succeed loses most. In Wiltshire one of four providers left.',
  },
  tapering: {
    name: 'A value that falls',
    pays: 'A sum for the year, smaller each year, whatever is given for it (as in Nottinghamshire). Never less than the needs of the people cost.',
    learn:
      'The provider keeps what it does not spend: on people who need less since they do more, and just as well on people it turns away, on visits not made and on visits cut short.',
  },
  'lead-provider': {
    name: 'One provider for all',
    pays: 'A sum for the population. The council and the provider share what care costs more or less, and a small pool pays for outcomes (as in Torbay).',
    learn:
      'Half of what is not spent stays with the provider, so the same things pay as under a value that falls, about half as much. The pool for outcomes hardly weighs against it.',
  },
}

type BehaviourWords = { readonly name: string; readonly does: string }

export const BEHAVIOUR_WORDS: Readonly<Record<Behaviour, BehaviourWords>> = {
  well: {
    name: 'Behaves well',
    does: 'Takes nearly everybody. A few visits are missed or short, as everywhere.',
  },
  creams: {
    name: 'Picks the likeliest',
    does: 'Turns people away the more, the less likely they are to succeed (“creaming”).',
  },
  parks: {
    name: 'Leaves the hardest waiting',
    does: 'Takes everybody, and hardly visits those who are unlikely to succeed (“parking”).',
  },
  'marks-high': {
    name: 'Marks its own work high',
    does: 'Claims more than there is. When people are asked, its worker sits beside them, and two in five of those who got nowhere say yes.',
  },
  'cuts-hours': {
    name: 'Cuts visits short',
    does: 'For three people in five, every other visit ends after two thirds of its time.',
  },
}

export const FLAG_WORDS: Readonly<Record<FlagId, string>> = {
  creaming: 'picking the likeliest',
  parking: 'leaving the hardest waiting',
  exclusions: 'too many outcomes left out',
  threshold: 'visits just long enough',
  'last-minute': 'claims at the last minute',
  'marking-own-work': 'marking its own work high',
  'easy-goals': 'goals that are too easy',
  relapse: 'support needed again',
  'clipped-visits': 'visits cut short',
  'many-faces': 'too many different workers',
  'under-cost': 'paid below cost',
  concentration: 'too much with one provider',
}

export const words = {
  title: 'Before buying',
  intro:
    'What would a contract bring? Here the same invented people are supported under six ways of paying, by providers that behave well and badly. Nobody in it exists.',
  readTitle: 'How to read it',
  short: 'In short',
  costTitle: 'What a year costs the council',
  costIntro:
    'With a provider that behaves well, and with support bought elsewhere for those it could not take. The band holds eight of ten tries, the mark is the middle.',
  temptTitle: 'What bad behaviour would bring the provider',
  temptIntro:
    'How much more it keeps than if it had behaved well with the same people. What pays is what somebody will do in the end.',
  getTitle: 'What people get',
  getIntro:
    'The same under every way of paying: nobody has shown that money on outcomes makes support better, so it does not do so here. What a provider does makes the difference.',
  seesTitle: 'What the figures would show',
  seesIntro:
    'In how many tries the contract’s own figures would start a conversation. “Never” beside bad behaviour is something that you would not find out.',
  assumedTitle: 'What is assumed',
  dataTitle: 'The same as data',
  honest: 'Nothing',
} as const

/** What a commissioner takes from it. The figures beside it say why. */
export const READING: readonly string[] = [
  'Look first at “Hours, with outcomes counted”. It costs what plain hours cost and shows far more. Counting outcomes without paying for them may be the better buy.',
  'Money on outcomes has to be dearer than hours, or no provider can count on it: somebody has to carry the bad luck. The price used here is the least that pays for the care.',
  'Cheap is not the same as good. A provider that leaves people waiting costs less, and so does each outcome it brings. Read every price with what people got.',
  'A sum that is paid whatever is given rewards giving less. If you want one, agree first how you will see it.',
  'A figure that would show bad behaviour does not stop it. Ask who will look, how often, and what happens then.',
]

/** How sure anybody can be. */
export const EVIDENCE =
  'The evidence for paying on outcomes is thin. Of the few studies of it in social care, a review says that they “are yet to demonstrate significant changes” (John Bolton, Institute of Public Care, 2015). What is here is arithmetic on invented people: it shows what terms would pay for, and not what people will do.'

/** What the invented world leaves out. */
export const LEFT_OUT: readonly string[] = [
  'Nobody moves, dies or needs more during the year; one person in twenty-five is in hospital, and their outcome falls away.',
  'An hour costs every provider the same. What it costs to measure, meet and check is not counted.',
  'A provider behaves in one way all year, and nobody speaks to it about it. No social worker challenges it, and no person contests.',
  'Who is turned away is supported by somebody else at the sustainable rate, and their outcome is not counted.',
]
