import { type VNode, h } from 'preact'
import aboutMe from '@carbon/pictograms/lib/person--06/index.js'
import agree from '@carbon/pictograms/lib/handshake/index.js'
import ask from '@carbon/pictograms/lib/question--and--answer/index.js'
import bus from '@carbon/pictograms/lib/bus/index.js'
import calendar from '@carbon/pictograms/lib/calendar/index.js'
import choice from '@carbon/pictograms/lib/list--checkbox/index.js'
import clothes from '@carbon/pictograms/lib/t-shirt/index.js'
import community from '@carbon/pictograms/lib/people--dancing/index.js'
import dayBad from '@carbon/pictograms/lib/cloudy/index.js'
import dayGood from '@carbon/pictograms/lib/sunny/index.js'
import equipment from '@carbon/pictograms/lib/tools/index.js'
import eye from '@carbon/pictograms/lib/eye/index.js'
import faceGood from '@carbon/pictograms/lib/face--satisfied/index.js'
import faceMiddle from '@carbon/pictograms/lib/face--neutral/index.js'
import faceBad from '@carbon/pictograms/lib/face--dissatisfied/index.js'
import food from '@carbon/pictograms/lib/apple/index.js'
import goal from '@carbon/pictograms/lib/goals/index.js'
import group from '@carbon/pictograms/lib/group/index.js'
import growth from '@carbon/pictograms/lib/growth/index.js'
import health from '@carbon/pictograms/lib/doctor-patient/index.js'
import hear from '@carbon/pictograms/lib/headphones/index.js'
import heart from '@carbon/pictograms/lib/love/index.js'
import helper from '@carbon/pictograms/lib/social--work--01/index.js'
import home from '@carbon/pictograms/lib/home--front/index.js'
import idea from '@carbon/pictograms/lib/idea/index.js'
import letter from '@carbon/pictograms/lib/envelope/index.js'
import list from '@carbon/pictograms/lib/review-checklist/index.js'
import lock from '@carbon/pictograms/lib/lock--01/index.js'
import money from '@carbon/pictograms/lib/global--currency/index.js'
import moon from '@carbon/pictograms/lib/night--clear/index.js'
import skill from '@carbon/pictograms/lib/teacher/index.js'
import speak from '@carbon/pictograms/lib/microphone/index.js'
import stairs from '@carbon/pictograms/lib/stairs/index.js'
import stairsUp from '@carbon/pictograms/lib/stairs--up/index.js'
import star from '@carbon/pictograms/lib/star/index.js'
import talk from '@carbon/pictograms/lib/conversation/index.js'
import technology from '@carbon/pictograms/lib/mobile--phone/index.js'
import time from '@carbon/pictograms/lib/time/index.js'
import toilet from '@carbon/pictograms/lib/toilet/index.js'
import wash from '@carbon/pictograms/lib/shower/index.js'
import wave from '@carbon/pictograms/lib/waving-hand/index.js'
import work from '@carbon/pictograms/lib/briefcase/index.js'
import write from '@carbon/pictograms/lib/pencil/index.js'
import family from '@carbon/pictograms/lib/baby--bottle/index.js'
import clean from '@carbon/pictograms/lib/broom/index.js'
import telephone from '@carbon/pictograms/lib/telephone/index.js'
import balance from '@carbon/pictograms/lib/justice/index.js'
import birthday from '@carbon/pictograms/lib/birthday--cake/index.js'
import hospital from '@carbon/pictograms/lib/hospital/index.js'
import move from '@carbon/pictograms/lib/moving-dolly/index.js'
import unlocked from '@carbon/pictograms/lib/unlock--01/index.js'
import question from '@carbon/pictograms/lib/question/index.js'
import safe from '@carbon/pictograms/lib/security--shield/index.js'
import warning from '@carbon/pictograms/lib/warning--01/index.js'

/**
 * Symbols for easy read, of Carbon’s pictograms (Copyright IBM Corp., Apache License 2.0, whose text comes with the package
 * `@carbon/pictograms`). They are drawn as they come; only those named here are loaded.
 */
const SYMBOLS = {
  'about-me': { picture: aboutMe, shows: 'a person' },
  agree: { picture: agree, shows: 'two hands that shake' },
  ask: { picture: ask, shows: 'a question and an answer' },
  bus: { picture: bus, shows: 'a bus' },
  calendar: { picture: calendar, shows: 'a calendar' },
  choice: { picture: choice, shows: 'a list with boxes to tick' },
  clothes: { picture: clothes, shows: 'a shirt' },
  community: { picture: community, shows: 'people out together' },
  'day-bad': { picture: dayBad, shows: 'a cloudy day' },
  'day-good': { picture: dayGood, shows: 'a sunny day' },
  equipment: { picture: equipment, shows: 'tools' },
  eye: { picture: eye, shows: 'an eye' },
  'face-good': { picture: faceGood, shows: 'a face that smiles' },
  'face-middle': { picture: faceMiddle, shows: 'a face that is neither glad nor sad' },
  'face-bad': { picture: faceBad, shows: 'a face that is sad' },
  food: { picture: food, shows: 'an apple' },
  goal: { picture: goal, shows: 'a goal' },
  group: { picture: group, shows: 'some people' },
  growth: { picture: growth, shows: 'a plant that grows' },
  health: { picture: health, shows: 'a doctor and somebody who is seen' },
  hear: { picture: hear, shows: 'headphones' },
  heart: { picture: heart, shows: 'a heart' },
  helper: { picture: helper, shows: 'somebody who helps' },
  home: { picture: home, shows: 'a house' },
  idea: { picture: idea, shows: 'a bright idea' },
  letter: { picture: letter, shows: 'a letter' },
  list: { picture: list, shows: 'a list with ticks' },
  lock: { picture: lock, shows: 'a lock' },
  money: { picture: money, shows: 'money' },
  moon: { picture: moon, shows: 'the night' },
  skill: { picture: skill, shows: 'somebody who teaches' },
  speak: { picture: speak, shows: 'a microphone' },
  stairs: { picture: stairs, shows: 'steps' },
  'stairs-up': { picture: stairsUp, shows: 'steps that go up' },
  star: { picture: star, shows: 'a star' },
  talk: { picture: talk, shows: 'two people who talk' },
  technology: { picture: technology, shows: 'a telephone' },
  time: { picture: time, shows: 'a clock' },
  toilet: { picture: toilet, shows: 'a toilet' },
  wash: { picture: wash, shows: 'a shower' },
  wave: { picture: wave, shows: 'a hand that waves' },
  work: { picture: work, shows: 'a bag for work' },
  write: { picture: write, shows: 'a pencil' },
  family: { picture: family, shows: 'a baby’s bottle' },
  clean: { picture: clean, shows: 'a broom' },
  telephone: { picture: telephone, shows: 'a telephone' },
  balance: { picture: balance, shows: 'scales' },
  birthday: { picture: birthday, shows: 'a birthday cake' },
  hospital: { picture: hospital, shows: 'a hospital' },
  move: { picture: move, shows: 'a trolley with boxes' },
  unlocked: { picture: unlocked, shows: 'a lock that is open' },
  question: { picture: question, shows: 'a question mark' },
  safe: { picture: safe, shows: 'a shield' },
  warning: { picture: warning, shows: 'a warning sign' },
} as const

export type SymbolName = keyof typeof SYMBOLS

type Part = {
  readonly elem: string
  readonly attrs: Readonly<Record<string, string | number>>
  readonly content?: readonly Part[]
}

/** The elements of a pictogram are named by its data. */
const drawn = ({ elem, attrs, content = [] }: Part): VNode => h(elem, { ...attrs }, content.map(drawn))

/** What a symbol shows, in a few words: for whoever hears the page. */
export const shownBy = (name: SymbolName): string => SYMBOLS[name].shows

type Props = {
  readonly name: SymbolName
  /** The words beside it say what it means: then it is not read out as well. */
  readonly beside?: boolean | undefined
  readonly small?: boolean | undefined
}

/** A picture for those who would rather look than read. It has words of its own, unless the words beside it are enough. */
export const Symbol = ({ name, beside = false, small = false }: Props) => {
  const { picture, shows } = SYMBOLS[name]
  const heard = beside
    ? ({ 'aria-hidden': 'true' } as const)
    : ({ role: 'img', 'aria-label': `Picture: ${shows}` } as const)
  return (
    <svg
      class={small ? 'rt-symbol rt-symbol--small' : 'rt-symbol'}
      xmlns="http://www.w3.org/2000/svg"
      viewBox={picture.attrs.viewBox}
      fill="currentColor"
      focusable="false"
      {...heard}
    >
      {picture.content.map(drawn)}
    </svg>
  )
}
