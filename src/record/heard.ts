import { isAboutTalk } from '../domain/outcomes/own-scale.ts'
import type { EntryOf } from './entries.ts'

// How a talk went is told past whoever led it. The format withholds from parties by name, and names nobody who sits down
// later or stands in for somebody: so where it belongs follows from what it is, and the withholding comes on top.

/** On what ground it is kept from everybody at the table but the person, who acts for them, and the manager. */
export const IN_CONFIDENCE = 'told in confidence to a manager'
/** The same where the person wants those who work with them to read it too. */
export const WITH_THE_WORKER = 'told to a manager and to the worker'

type Told = Pick<EntryOf<'measure'>, 'tool' | 'items' | 'withheld'>

/** Is this measure how a talk went, and not how life is? */
export const isAboutATalk = ({ tool, items }: Told): boolean =>
  tool === 'making-it-real' && isAboutTalk(items)

/** Only where the person has said so. Whatever else stands in the record, or nothing, it is told in confidence. */
export const isForTheWorkerToo = ({ withheld }: Told): boolean => withheld?.exemption === WITH_THE_WORKER
