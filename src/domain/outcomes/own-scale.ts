import { WELLBEING_AREAS, type WellbeingArea } from './wellbeing.ts'

// Wellbeing and being heard, each in a few plain items of this project’s own words, on one scale of five. The wording of
// published instruments is not free to use; whoever has a licence for one brings in its numbers alone.

/** From no, not at all, to yes. */
export const OWN_SCALE = [0, 1, 2, 3, 4] as const
export type OwnLevel = (typeof OWN_SCALE)[number]

export const OWN_SCALE_WORDS: Readonly<Record<OwnLevel, string>> = {
  4: 'Yes',
  3: 'Mostly',
  2: 'So-so',
  1: 'Not much',
  0: 'No, not at all',
}

/** One item for each of the nine areas of section 1(2) of the Care Act 2014. */
export const WELLBEING_ITEMS: Readonly<Record<WellbeingArea, string>> = {
  dignity: 'People treat me with respect',
  health: 'I feel well, in body and mind',
  protection: 'I feel safe',
  control: 'I decide how I spend my day',
  participation: 'I do things that matter to me',
  'social-economic': 'I have enough money for my life',
  relationships: 'I have people I like to be with',
  accommodation: 'I live where I want to live',
  contribution: 'I can do things for other people',
}

export const HEARD_ITEMS = {
  'heard-listened': 'I was listened to',
  'heard-words': 'They used words that I know',
  'heard-time': 'There was enough time',
  'heard-wants': 'I could say what I want',
  'heard-next': 'I know what happens next',
} as const
export type HeardItem = keyof typeof HEARD_ITEMS
export const HEARD = [
  'heard-listened',
  'heard-words',
  'heard-time',
  'heard-wants',
  'heard-next',
] as const satisfies readonly HeardItem[]

const isHeard = (item: string): item is HeardItem => HEARD.some((each) => each === item)
const isArea = (item: string): item is WellbeingArea => WELLBEING_AREAS.some((area) => area === item)

/** Is this measure about how a talk went, and not about life? */
export const isAboutTalk = (items: Readonly<Record<string, number>>): boolean => {
  const names = Object.keys(items)
  return names.length > 0 && names.every(isHeard)
}

/** An item in words: one of ours, or the person’s own, which is its own name. */
export const itemInWords = (item: string): string =>
  isHeard(item) ? HEARD_ITEMS[item] : isArea(item) ? WELLBEING_ITEMS[item] : item

/** The domains of the ASCOT SCT4 by short names of this project; its questions are its licence holders’. */
export const ASCOT_DOMAINS = [
  'control',
  'clean',
  'food',
  'safety',
  'social',
  'occupation',
  'accommodation',
  'dignity',
] as const
export type AscotDomain = (typeof ASCOT_DOMAINS)[number]

export type ReadNumbers =
  | { readonly kind: 'read'; readonly items: Readonly<Record<string, 0 | 1 | 2 | 3>> }
  | { readonly kind: 'wrong'; readonly says: readonly string[] }

/**
 * Numbers of the ASCOT SCT4 as a licensed user brings them: one `domain: number` a line, the number from 0 (ideal) to 3
 * (high needs) as the instrument counts them. All eight, each once.
 */
export function readAscot(typed: string): ReadNumbers {
  const items: Record<string, 0 | 1 | 2 | 3> = {}
  const says: string[] = []
  const lines = typed
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  for (const line of lines) {
    const [, name = '', digit = ''] = /^([a-z]+)\s*[:=]\s*([0-3])$/i.exec(line) ?? []
    const domain = ASCOT_DOMAINS.find((each) => each === name.toLowerCase())
    const number = ([0, 1, 2, 3] as const).find((each) => String(each) === digit)
    if (domain === undefined || number === undefined)
      says.push(`“${line}” is no domain with a number from 0 to 3.`)
    else if (items[domain] !== undefined) says.push(`“${domain}” is there twice.`)
    else items[domain] = number
  }
  const missing = ASCOT_DOMAINS.filter((domain) => items[domain] === undefined)
  if (says.length === 0 && missing.length > 0) says.push(`These are missing: ${missing.join(', ')}.`)
  return says.length > 0 ? { kind: 'wrong', says } : { kind: 'read', items }
}
