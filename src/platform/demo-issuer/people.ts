import { z } from 'zod'

const PERSON = z.strictObject({
  /** What the issuer calls them; the account is found by it. */
  subject: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  name: z.string().min(1),
  /** One line on who they are at the table. */
  says: z.string().min(1),
})

const GROUPS = z.array(z.strictObject({ heading: z.string().min(1), people: z.array(PERSON).min(1) })).min(1)

/** The people of the demonstration, by the issuer that knows them. */
export const DemoPeople = z.strictObject({ public: GROUPS, staff: GROUPS })
export type DemoPeople = z.output<typeof DemoPeople>
export type DemoGroup = DemoPeople['public'][number]

export const isKnown = (groups: readonly DemoGroup[], subject: string): boolean =>
  groups.some(({ people }) => people.some((person) => person.subject === subject))
