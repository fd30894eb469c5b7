import { dirname, join } from 'node:path'
import { createApp } from './app.ts'
import type { Model } from './domain/allocation/model.ts'
import { plainDate } from './domain/dates/plain-date.ts'
import { furnishAddresses } from './exchange/demo-addresses.ts'
import { demoAccounts, furnishDemo } from './exchange/demo-council.ts'
import { type Filling, fillWithInvented, inWords, inventedStaff } from './exchange/demo-invented.ts'
import { directoryFrom } from './exchange/open-referral.ts'
import { publishDemo } from './exchange/demo-publication.ts'
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

/** The model that is in force; an older one stays in its folder beside it. */
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
  const [model, points] = await Promise.all([modelFrom(join(root, MODEL)), pointsFrom(join(root, POINTS))])
  const words = await wordsFrom(join(root, WORDS))
  const database = await openDatabase({
    ...(config.databaseUrl === undefined ? { data: config.dataFolder } : { url: config.databaseUrl }),
    prepare: keepPolicy,
    idleMinutes: config.session.idleMinutes,
    gate: { inside: config.limits.atOnce, waiting: config.limits.waiting },
    onLost: () => process.stderr.write('A connection to the database was lost; it is opened again.\n'),
  })
  try {
    const isDemo = config.signIn.kind === 'demo'
    const demo = isDemo ? await demoAccounts(join(root, 'demo')) : undefined
    const feed = config.communityDirectory ?? (isDemo ? join(root, DIRECTORY) : undefined)
    const directory = feed === undefined ? undefined : await directoryFrom(feed)
    const added = demo === undefined ? 0 : await furnishDemo(database, join(root, 'demo'), demo)
    if (added > 0) await furnishAddresses(database, join(root, 'demo'))
    const carrier = await carrierOf(config)
    await makeFigures(database)
    let filling: Filling | undefined
    const web = await createApp({
      config,
      clock: createClock(config.on),
      database,
      model,
      points,
      directory,
      carrier,
      words,
      root,
      demo: demo && config.invented > 0 ? [...demo, ...inventedStaff()] : demo,
      meanwhile: () => inWords(filling?.progress()),
    })
    await listen(web.app, config)
    say(`Roundtable for ${model.council} is at ${config.url.origin}`)
    for (const told of [database.where, ...database.told]) say(told)
    if (demo !== undefined) sayDemo(say, added, demo)
    if (demo !== undefined && config.invented > 0) filling = fillNorthmoor(database, config, model, say)
    const rounds =
      carrier &&
      startRounds(database, carrier, {
        seconds: isDemo ? DEMO_ROUND : ROUND,
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

/** Brings the invented people in while the service already answers. */
function fillNorthmoor(
  database: Database,
  config: Config,
  model: Model,
  say: (says: string) => void,
): Filling {
  const on = plainDate(createClock(config.on).today())
  if (on === undefined) throw new Error('the clock gave no day')
  const filling = fillWithInvented(database, {
    people: config.invented,
    on,
    model,
    onTrouble: (says) => process.stderr.write(`${says}\n`),
    onDone: (people) => say(`${people} more people are in, made by chance: see /insight.`),
  })
  const publish = async (): Promise<void> => {
    await filling.ended
    if (filling.progress() === undefined) await publishDemo(database, model, on)
  }
  const published = publish().catch((error: unknown) => void process.stderr.write(`${String(error)}\n`))
  return {
    ...filling,
    ended: published,
    stop: async () => {
      await filling.stop()
      await published
    },
  }
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
