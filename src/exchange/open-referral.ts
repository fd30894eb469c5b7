import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { SupportUnit } from '../domain/allocation/support.ts'
import type { CommunityCost, CommunityService, Directory } from '../domain/community/directory.ts'
import { type Pence, penceFromPounds } from '../domain/money/pence.ts'
import { isTopic, type Topic } from '../domain/outcomes/topics.ts'
import { type Mistake, mistakesOf } from '../record/mistakes.ts'

// A directory of community services in the form of Open Referral UK 3.0 (a profile of the Human Services Data
// Specification): one page of a service list, `{total_items, …, contents: [service, …]}`. The standard has many more
// fields than are used here, and feeds have their own beside them: what is not used is passed over. What is used is
// checked, and one mistake refuses the whole feed, with its place named: nobody is sent to half a place.

/** Terms of this taxonomy say which parts of daily life a service fits: `term` is a topic of the record. */
export const TOPIC_TAXONOMY = 'roundtable/topics'

/** So many services and no more: a feed of a whole region belongs in a search engine. */
const MOST_SERVICES = 5_000

const words = z.string({ error: 'must be text' }).trim().min(1, { error: 'must not be empty' }).max(10_000, {
  error: 'must be 10,000 characters or fewer',
})
const idText = words.max(200, { error: 'must be 200 characters or fewer' })
const maybe = <T extends z.ZodType>(of: T) => of.nullish().transform((value) => value ?? undefined)
const list = <T extends z.ZodType>(of: T) =>
  z
    .array(of, { error: 'must be a list' })
    .nullish()
    .transform((value) => value ?? [])

/** Only an address of the web is ever made a link. */
const webAddress = z.url({
  protocol: /^https?$/,
  error: 'must be an address that begins with http:// or https://',
})
const years = z
  .number({ error: 'must be a number of years' })
  .min(0, { error: 'must be 0 or more' })
  .max(150, { error: 'must be 150 or fewer' })

const attribute = z.object({
  taxonomy_term: maybe(z.object({ taxonomy: maybe(words), term: maybe(words), name: maybe(words) })),
})

const costOption = z.object({
  option: maybe(words),
  amount: maybe(
    z
      .number({ error: 'must be pounds, 0 or more' })
      .min(0, { error: 'must be pounds, 0 or more' })
      .max(100_000, { error: 'must be £100,000 or less' })
      .refine((amount) => penceFromPounds(amount) !== undefined, { error: 'has more than two decimals' }),
  ),
  amount_description: maybe(words),
})

const address = z.object({ address_1: maybe(words), city: maybe(words), postal_code: maybe(words) })

const service = z.object({
  id: idText,
  name: words,
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed'], {
    error: 'must be active, inactive, defunct or temporarily closed',
  }),
  description: maybe(words),
  url: maybe(webAddress),
  minimum_age: maybe(years),
  maximum_age: maybe(years),
  organization: z.object({ name: words }, { error: 'must be an object with the name of who runs it' }),
  cost_options: list(costOption),
  schedules: list(z.object({ description: maybe(words) })),
  contacts: list(z.object({ phones: list(z.object({ number: words })) })),
  service_at_locations: list(
    z.object({ location: maybe(z.object({ name: maybe(words), addresses: list(address) })) }),
  ),
  attributes: list(attribute),
})
type Service = z.output<typeof service>

const feed = z.object(
  {
    contents: z
      .array(service, { error: 'must be a list of services' })
      .max(MOST_SERVICES, { error: `has more than ${MOST_SERVICES} services` }),
  },
  { error: 'must be a page of a service list' },
)

export type ReadDirectory =
  | { readonly kind: 'directory'; readonly directory: Directory }
  | { readonly kind: 'refused'; readonly mistakes: readonly Mistake[] }

/** A page of a service list, as its JSON was parsed: the services that are open, or every mistake with its place. */
export function parseDirectory(value: unknown): ReadDirectory {
  const read = feed.safeParse(value, { reportInput: true })
  if (!read.success) return { kind: 'refused', mistakes: mistakesOf(read.error.issues, value, { at: [] }) }
  const { contents } = read.data
  const mistakes = [
    ...sameIds(contents),
    ...contents.flatMap(topicMistakes),
    ...contents.flatMap(ageMistakes),
  ]
  if (mistakes.length > 0) return { kind: 'refused', mistakes }
  const open = contents.filter(({ status }) => status === 'active')
  return { kind: 'directory', directory: { services: open.map(serviceOf) } }
}

const sameIds = (contents: readonly Service[]): readonly Mistake[] => {
  const ids = contents.map(({ id }) => id)
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [{ path: `contents[${index}].id`, says: 'is used twice' }],
  )
}

/** The terms of our taxonomy that a service carries, each with its place. */
const termsOf = ({ attributes }: Service) =>
  attributes.flatMap(({ taxonomy_term: found }, index) =>
    found?.taxonomy === TOPIC_TAXONOMY ? [{ index, term: found.term }] : [],
  )

const topicMistakes = (of: Service, index: number): readonly Mistake[] =>
  termsOf(of).flatMap(({ term, index: at }) =>
    term !== undefined && isTopic(term)
      ? []
      : [
          {
            path: `contents[${index}].attributes[${at}].taxonomy_term.term`,
            says: 'must be a topic of the record, such as community',
          },
        ],
  )

const ageMistakes = ({ minimum_age: from, maximum_age: to }: Service, index: number): readonly Mistake[] =>
  from !== undefined && to !== undefined && from > to
    ? [{ path: `contents[${index}].minimum_age`, says: 'is above maximum_age' }]
    : []

function serviceOf(of: Service): CommunityService {
  const topics = termsOf(of).flatMap(({ term }): readonly Topic[] =>
    term !== undefined && isTopic(term) ? [term] : [],
  )
  return {
    id: of.id,
    name: of.name,
    by: of.organization.name,
    about: of.description ?? '',
    topics: [...new Set(topics)],
    cost: costOf(of),
    when: of.schedules.flatMap(({ description }) => description ?? []),
    where: of.service_at_locations.flatMap(({ location }) =>
      location === undefined ? [] : placeOf(location),
    ),
    url: of.url,
    telephone: of.contacts.flatMap(({ phones }) => phones)[0]?.number,
    from: of.minimum_age,
    to: of.maximum_age,
  }
}

type Place = NonNullable<Service['service_at_locations'][number]['location']>
function placeOf({ name, addresses }: Place): readonly string[] {
  const [first] = addresses
  const parts = [name, first?.address_1, first?.city, first?.postal_code].filter((part) => part !== undefined)
  return parts.length === 0 ? [] : [parts.join(', ')]
}

/** The first price that is given; nothing to pay only where the directory says 0. */
function costOf({ cost_options: options }: Service): CommunityCost {
  const priced = options.find(({ amount }) => amount !== undefined)
  if (priced?.amount === undefined) return { kind: 'ask' }
  if (priced.amount === 0) return { kind: 'free' }
  const price: Pence<'unit'> | undefined = penceFromPounds(priced.amount)
  const says = [priced.option, priced.amount_description].filter((part) => part !== undefined).join(', ')
  return price === undefined ? { kind: 'ask' } : { kind: 'price', price, unit: unitOf(says), says }
}

const UNIT_NAMES: readonly (readonly [SupportUnit, RegExp])[] = [
  ['once', /\b(?:once|one-off|joining)\b/i],
  ['hour', /\bhour/i],
  ['week', /\bweek/i],
  ['month', /\bmonth/i],
  ['day', /\bday/i],
]
/** What the price is for, read from the directory's words; a visit unless they say something else. */
const unitOf = (says: string): SupportUnit => UNIT_NAMES.find(([, name]) => name.test(says))?.[0] ?? 'visit'

/** The directory of a file. @throws with every mistake named, so that nothing starts on a bad feed. */
export async function directoryFrom(path: string): Promise<Directory> {
  let source: string
  try {
    source = await readFile(path, 'utf8')
  } catch {
    throw new Error(`${path}: there is no such file, or it may not be opened`)
  }
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch {
    throw new Error(`${path}: this is not JSON`)
  }
  const read = parseDirectory(value)
  if (read.kind === 'directory') return read.directory
  throw new Error(read.mistakes.map(({ path: at, says }) => `${path}: ${at}: ${says}`).join('\n'))
}
