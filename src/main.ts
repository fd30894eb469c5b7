import { dirname, join } from 'node:path'
import { createApp } from './app.ts'
import type { Model } from './domain/allocation/model.ts'
import type { PointsModel } from './domain/allocation/points.ts'
import { plainDate } from './domain/dates/plain-date.ts'
import { type DemoAccount, demoAccounts, furnishRecords } from './exchange/demo-council.ts'
import { type DemoFilling, fillDemo } from './exchange/demo-filling.ts'
import { inventedStaff } from './exchange/demo-invented.ts'
import { NORTHMOOR_ADDRESS } from './exchange/demo-council-address.ts'
import { directoryFrom } from './exchange/open-referral.ts'
import { modelFrom, pointsFrom } from './exchange/published-model.ts'
import { wordsFrom } from './exchange/plain-words-list.ts'
import { createClock } from './platform/clock.ts'
import { type Config, readConfig } from './platform/config.ts'
import { type Database, openDatabase } from './platform/database/database.ts'
import { projectFile } from './platform/database/project-files.ts'
import type { Carrier } from './platform/outbox/carrier.ts'
import { demoCarrier } from './platform/outbox/demo-carrier.ts'
import { openNotify } from './platform/outbox/notify.ts'
import { startRounds } from './platform/outbox/rounds.ts'
import { listen } from './platform/web/server.ts'
import { makeFigures } from './record/log.ts'
import { keepPolicy } from './record/policy-rows.ts'

export type Running = { readonly url: string; readonly close: () => Promise<void> }

/** The demonstration's model; an older one stays in its folder beside it. */
const MODEL = 'allocation/northmoor-2026-27.yaml'
const POINTS = 'allocation/northmoor-points-2026-27.yaml'
/** The places and groups near by of the demonstration, in the form of Open Referral UK. */
const DIRECTORY = 'demo/community-directory.json'

/** What could be put more plainly, and how. */
const WORDS = 'words/plain-words.yaml'

const sentence = (says: string): void => void process.stdout.write(`${says}\n`)

/**
 * Starts the service and says where it is. Settings come from the environment; one that is wrong, or a database that is
 * not fit, stops it with a sentence.
 */
export async function startService(
  env: NodeJS.ProcessEnv,
  say: (says: string) => void = sentence,
): Promise<Running> {
  const read = readConfig(env)
  if (read.kind === 'bad') throw new Error(read.says.join('\n'))
  const { config } = read
  const root = dirname(projectFile('package.json'))
  // Both at once: to make a database takes a second in which there is nothing to do but to read.
  const opening = openDatabase({
    ...(config.databaseUrl === undefined ? { data: config.dataFolder } : { url: config.databaseUrl }),
    prepare: keepPolicy,
    idleMinutes: config.session.idleMinutes,
    gate: { inside: config.limits.atOnce, waiting: config.limits.waiting },
    onLost: () => process.stderr.write('A connection to the database was lost; it is opened again.\n'),
  })
  const reading = filesOf(config, root)
  // What is wrong with a file is told below, once the database can be closed.
  reading.catch(() => undefined)
  const database = await opening
  try {
    const { model, points, words, demo, directory } = await reading
    const added = demo === undefined ? 0 : await furnishRecords(database, join(root, 'demo'), demo)
    const carrier = await carrierOf(config)
    await makeFigures(database)
    let filling: DemoFilling | undefined
    const web = await createApp({
      config,
      clock: createClock(config.on),
      database,
      model,
      points,
      directory,
      // The demonstration's address goes with the demonstration's model: a council of its own has another, or none yet.
      councilAddress: config.councilAddress ?? (config.model === undefined ? NORTHMOOR_ADDRESS : undefined),
      carrier,
      words,
      root,
      demo: demo && config.invented > 0 ? [...demo, ...inventedStaff()] : demo,
      meanwhile: () => filling?.meanwhile(),
    })
    await listen(web.app, config)
    say(`Roundtable for ${model.council} is at ${config.url.origin}`)
    for (const told of [database.where, ...database.told]) say(told)
    if (demo !== undefined) sayDemo(say, added, demo)
    if (demo !== undefined)
      filling = fillBehind(database, config, { model, demo, folder: join(root, 'demo'), say })
    const rounds =
      carrier &&
      startRounds(database, carrier, {
        seconds: demo === undefined ? ROUND : DEMO_ROUND,
        onTrouble: (says) => web.app.log.warn(says),
      })
    return {
      url: config.url.origin,
      close: async () => {
        await filling?.stop()
        await rounds?.stop()
        await web.app.close()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** What the service reads from files at its start. @throws where one of them has a mistake */
async function filesOf(config: Config, root: string) {
  const isDemo = config.signIn.kind === 'demo'
  const feed = config.communityDirectory ?? (isDemo ? join(root, DIRECTORY) : undefined)
  const [[model, points], words, demo, directory] = await Promise.all([
    modelsOf(config, root),
    wordsFrom(join(root, WORDS)),
    isDemo ? demoAccounts(join(root, 'demo')) : undefined,
    feed === undefined ? undefined : directoryFrom(feed),
  ])
  return { model, points, words, demo, directory }
}

/** The models in force: the council's own where it is set, and then its own points or none; else the demonstration's. */
async function modelsOf(
  { model, points }: Config,
  root: string,
): Promise<readonly [Model, PointsModel | undefined]> {
  const pointsFile = points ?? (model === undefined ? join(root, POINTS) : undefined)
  return Promise.all([
    modelFrom(model ?? join(root, MODEL)),
    pointsFile === undefined ? undefined : pointsFrom(pointsFile),
  ])
}

/** Brings in the rest of the demonstration while the service already answers. */
function fillBehind(
  database: Database,
  config: Config,
  {
    model,
    demo,
    folder,
    say,
  }: {
    readonly model: Model
    readonly demo: readonly DemoAccount[]
    readonly folder: string
    readonly say: (says: string) => void
  },
): DemoFilling {
  const on = plainDate(createClock(config.on).today())
  if (on === undefined) throw new Error('the clock gave no day')
  return fillDemo(database, {
    folder,
    accounts: demo,
    people: config.invented,
    on,
    model,
    say,
    onTrouble: (says) => process.stderr.write(`${says}\n`),
  })
}

/** Seconds between two looks into the outbox: somebody who tries the service out waits for less. */
const ROUND = 15
const DEMO_ROUND = 5

/** GOV.UK Notify where it is set up; in the demonstration nothing leaves the machine; else nothing is sent from here. */
const carrierOf = async ({ notify, signIn }: Config): Promise<Carrier | undefined> =>
  notify !== undefined ? openNotify(notify) : signIn.kind === 'demo' ? demoCarrier : undefined

function sayDemo(
  say: (says: string) => void,
  added: number,
  demo: Awaited<ReturnType<typeof demoAccounts>>,
): void {
  if (added > 0) say(`${added} invented records were put in. Everyone in them is made up.`)
  say('\nChoose who you are on the sign-in page. Some of the people at the table:')
  for (const { name, says } of demo.slice(0, DEMO_SHOWN)) say(`  ${name}: ${says}`)
  say(`  … and ${demo.length - DEMO_SHOWN} more on the sign-in page.\n`)
}

const DEMO_SHOWN = 14
