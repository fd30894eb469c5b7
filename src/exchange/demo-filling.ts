import { join } from 'node:path'
import type { Model } from '../domain/allocation/model.ts'
import type { PlainDate } from '../domain/dates/plain-date.ts'
import type { Database } from '../platform/database/database.ts'
import { bringComments } from './demo-comments.ts'
import { type ContractsProgress, bringContracts } from './demo-contracts.ts'
import { type DemoAccount, accountIds } from './demo-council.ts'
import { type Filling, fillWithInvented, inWords, isNorthmoor } from './demo-invented.ts'
import { publishDemo } from './demo-publication.ts'

// What the demonstration holds beside its records comes in while the service already answers: contracts with a year of
// visits, what was said about the model, then the invented people, then last month's statistics. A start finds what is there and goes on with the rest.

export type DemoFilling = {
  /** what staff should know while it lasts; nothing once all is there */
  readonly meanwhile: () => string | undefined
  /** Ends after what is under way; the next start goes on. */
  readonly stop: () => Promise<void>
  /** when all is there, or when it was stopped or failed. Never fails: what goes wrong is told. */
  readonly ended: Promise<void>
}

export type DemoFillSettings = {
  /** the folder of the demonstration */
  readonly folder: string
  readonly accounts: readonly DemoAccount[]
  /** how many people to invent; none where it is 0 */
  readonly people: number
  readonly on: PlainDate
  readonly model: Model
  readonly say: (says: string) => void
  readonly onTrouble: (says: string) => void
}

export function fillDemo(database: Database, settings: DemoFillSettings): DemoFilling {
  const stopping = new AbortController()
  const now: { contracts?: ContractsProgress | undefined; invented?: Filling } = {
    contracts: { here: 0, of: 0 },
  }
  const contracts = async (): Promise<void> => {
    if (!(await isNorthmoor(database))) return
    const brought = await bringContracts(database, join(settings.folder, 'contracts'), {
      accounts: accountIds(settings.accounts),
      stopped: stopping.signal,
      onProgress: (progress) => {
        now.contracts = progress
      },
    })
    if (brought > 0) settings.say(`${brought} contracts with a year of visits are in.`)
    await bringComments(database, settings.on)
  }
  const fill = async (): Promise<void> => {
    await contracts().catch((error: unknown) => {
      const says = error instanceof Error ? error.message : String(error)
      settings.onTrouble(`The contracts did not all come in (${says}). The next start goes on with them.`)
    })
    now.contracts = undefined
    if (stopping.signal.aborted || settings.people === 0) return
    now.invented = fillWithInvented(database, {
      ...settings,
      onDone: (people) => settings.say(`${people} more people are in, made by chance: see /insight.`),
    })
    await now.invented.ended
    if (now.invented.progress() === undefined) await publishDemo(database, settings.model, settings.on)
  }
  const ended = fill().catch((error: unknown) => settings.onTrouble(String(error)))
  return {
    meanwhile: () => contractsInWords(now.contracts) ?? inWords(now.invented?.progress()),
    stop: async () => {
      stopping.abort()
      await now.invented?.stop()
      await ended
    },
    ended,
  }
}

/** What is told while contracts still come in. */
export const contractsInWords = (progress: ContractsProgress | undefined): string | undefined =>
  progress === undefined
    ? undefined
    : `The contracts are still being brought in: ${progress.here} of ${progress.of} are here. Pages about contracts, providers and what came of support are not whole until all are.`
