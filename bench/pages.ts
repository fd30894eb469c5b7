import autocannon from 'autocannon'
import { chance, pick } from './chance.ts'
import { type Council, type Place, type User, RECORDS, openCouncil } from './council.ts'
import { type Figure, inTime, percentile, under } from './figures.ts'
import { type RunningService, startService } from './service.ts'
import { ownFolder } from './start.ts'

/** What a person and their worker open of a record. */
const PAGES = ['', '/conversation', '/conversation/hygiene', '/eligibility', '/budget'] as const

const SECONDS = 15
/** A server into which much was just brought tidies up behind it, which is no part of a day's work. In milliseconds. */
const REST = 90_000
const USERS = 50
/** Far more than it is made for. */
const CROWD = 400

type Answered = { readonly status: number; readonly took: number }
type Load = {
  readonly answers: readonly Answered[]
  readonly seconds: number
  /** answers of 503 that did not say when to come back */
  readonly silent: number
  /** connections that were cut or timed out */
  readonly broken: number
}

/** What the load tool hears, which is not what its types say: names and values by turns. */
type Heard = { readonly statusCode: number; readonly headers: readonly string[] }

/** A worker has so many records open in a day, and comes back to them. */
const VISITS = 10

/** As somebody reads: a record is opened, its pages are read in their order, and then comes the next, by chance. */
const visits =
  (records: number): Asked =>
  (user, next) =>
    Array.from({ length: records }, () => pick(user.records, next)).flatMap((record) =>
      PAGES.map((page) => `/records/${record}${page}`),
    )

/** So many that nobody comes back to one while it is measured: each record is opened for the first time. */
const FIRST_VISITS = 1_000

type Asked = (user: User, next: () => number) => readonly string[]

/** The first page of a worker: everybody whom they work with, where each stands and what is to be looked at. */
const caseload: Asked = () => ['/']

/** So many at once open pages, one after the other without a pause: for so many seconds, or each page of their list once. */
async function loadOf(
  origin: string,
  users: readonly User[],
  connections: number,
  duration: number | 'once',
  asked: Asked = visits(VISITS),
): Promise<Load> {
  const next = chance(connections)
  const answers: Answered[] = []
  let silent = 0
  let turn = 0
  const result = await autocannon({
    url: origin,
    connections,
    ...(duration === 'once' ? { amount: connections * VISITS * PAGES.length } : { duration }),
    timeout: 30,
    setupClient: (client) => {
      const user = users[turn % users.length]
      turn += 1
      if (user === undefined) return
      const headers = { cookie: user.cookie }
      client.setRequests(asked(user, next).map((path) => ({ method: 'GET' as const, path, headers })))
      client.on('response', (status, _bytes, took) => answers.push({ status, took }))
      client.on('headers', (heard) => {
        const { statusCode, headers: sent } = heard as unknown as Heard
        if (statusCode === 503 && !sent.includes('retry-after')) silent += 1
      })
    },
  })
  return { answers, seconds: result.duration, silent, broken: result.errors + result.timeouts }
}

/** Every page once, as the first person and the first worker: what is measured must be the real thing. */
async function lookAtEach(origin: string, { users }: Council): Promise<void> {
  for (const user of [users[0], users.at(-1)]) {
    for (const page of PAGES) {
      const answer = await fetch(`${origin}/records/${user?.records[0]}${page}`, {
        headers: { cookie: user?.cookie ?? '' },
      })
      const body = await answer.text()
      if (answer.status !== 200 || !body.includes('</main>')) throw new Error(`${page}: ${answer.status}`)
    }
  }
}

const share = ({ answers }: Load, of: (status: number) => boolean): number =>
  answers.filter(({ status }) => of(status)).length

function besides(load: Load): string {
  const took = load.answers.map((answer) => answer.took)
  return `median ${inTime(percentile(took, 0.5))}, longest ${inTime(Math.max(...took))}`
}

function figuresOf(where: string, normal: Load, crowd: Load, after: Load): readonly Figure[] {
  const times = (of: Load) => of.answers.map(({ took }) => took)
  const good = share(normal, (status) => status === 200)
  const strange = share(crowd, (status) => status !== 200 && status !== 503)
  const turnedAway = share(crowd, (status) => status === 503)
  return [
    {
      ...under(
        `${where}: pages of a record, p99 at ${USERS} at once, each opened once before`,
        150,
        percentile(times(normal), 0.99),
      ),
      beside: besides(normal),
    },
    {
      what: `${where}: pages a second`,
      asked: 'at least 300',
      measured: (good / normal.seconds).toFixed(0),
      beside: `${normal.answers.length - good} of ${normal.answers.length} not 200, ${normal.broken} cut off`,
      holds: good / normal.seconds >= 300 && good === normal.answers.length && normal.broken === 0,
    },
    {
      what: `${where}: ${CROWD} at once, 200 or a plain 503 with Retry-After`,
      asked: 'nothing else',
      measured: `${share(crowd, (status) => status === 200)} pages, ${turnedAway} turned away, ${strange + crowd.silent + crowd.broken} else`,
      beside: `p99 of all ${inTime(percentile(times(crowd), 0.99))}, ${besides(crowd)}`,
      holds: strange + crowd.silent + crowd.broken === 0,
    },
    {
      what: `${where}: ${USERS} at once again, straight after, their pages forgotten for those of the ${CROWD}`,
      asked: 'all are served',
      measured: `${share(after, (status) => status !== 200)} of ${after.answers.length} not 200`,
      beside: `p99 ${inTime(percentile(times(after), 0.99))}`,
      holds: share(after, (status) => status === 200) === after.answers.length,
    },
  ]
}

const workersOf = (users: readonly User[]): readonly User[] =>
  users.filter(({ records }) => records.length > 1)

/** What nobody has opened since the service started: no figure is asked for, and it should be known all the same. */
const firstFigure = (where: string, first: Load): Figure => ({
  what: `${where}: the same by workers alone, records opened by chance out of 200 each`,
  asked: '',
  measured: `${(share(first, (status) => status === 200) / first.seconds).toFixed(0)} a second`,
  beside: `p99 ${inTime(
    percentile(
      first.answers.map(({ took }) => took),
      0.99,
    ),
  )}, ${besides(first)}`,
})

/** What was found in each record is counted when it is first asked for, and the rest behind the page: until it is. */
async function counted(origin: string, { cookie }: User): Promise<void> {
  for (;;) {
    const answer = await fetch(origin, { headers: { cookie } })
    const body = await answer.text()
    if (answer.status === 200 && !body.includes('Not counted yet')) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

function caseloadFigure(where: string, [worker]: readonly User[], lists: Load): Figure {
  const times = lists.answers.map(({ took }) => took)
  const good = share(lists, (status) => status === 200)
  return {
    ...under(
      `${where}: a caseload of ${worker?.records.length ?? 0}, p99 at ${USERS} at once, each opened once before`,
      150,
      percentile(times, 0.99),
    ),
    beside: `${besides(lists)}; ${(good / lists.seconds).toFixed(0)} a second, ${lists.answers.length - good} not 200`,
  }
}

async function measureAt(where: string, place: Place): Promise<readonly Figure[]> {
  const council = await openCouncil(place)
  let service: RunningService | undefined
  try {
    service = await startService({
      ROUNDTABLE_INVENTED: '0',
      ...('url' in place ? { DATABASE_URL: place.url } : { ROUNDTABLE_DATA: place.data, DATABASE_URL: '' }),
    })
    const { origin } = service
    if (council.loading !== undefined) await new Promise((resolve) => setTimeout(resolve, REST))
    await lookAtEach(origin, council)
    // Each has opened their pages once by then, and what is compiled while it runs has been.
    const { users } = council
    await loadOf(origin, users, USERS, 'once')
    const normal = await loadOf(origin, users, USERS, SECONDS)
    const first = await loadOf(origin, workersOf(users), USERS, SECONDS, visits(FIRST_VISITS))
    const crowd = await loadOf(origin, users, CROWD, 10)
    const after = await loadOf(origin, users, USERS, 5)
    const workers = workersOf(users)
    for (const worker of workers) await counted(origin, worker)
    await loadOf(origin, workers, USERS, 'once', caseload)
    const lists = await loadOf(origin, workers, USERS, 8, caseload)
    const loaded =
      council.loading === undefined
        ? []
        : [
            {
              what: `${where}: bringing in ${RECORDS} records of 60 entries`,
              asked: '',
              measured: inTime(council.loading),
            },
          ]
    return [
      ...loaded,
      ...figuresOf(where, normal, crowd, after),
      firstFigure(where, first),
      caseloadFigure(where, workers, lists),
    ]
  } finally {
    await service?.stop()
    await council.close()
  }
}

/**
 * On the embedded server in a folder of its own (BENCH_DATA keeps it for the next run), and on the PostgreSQL that
 * BENCH_DATABASE_URL names: an empty database, or the one of an earlier run.
 */
export async function measurePages(): Promise<readonly Figure[]> {
  const kept = process.env['BENCH_DATA']
  const folder = kept === undefined ? ownFolder('pages') : { path: kept, remove: () => undefined }
  const url = process.env['BENCH_DATABASE_URL']
  try {
    return [
      ...(await measureAt('embedded', { data: folder.path })),
      ...(url === undefined
        ? [
            {
              what: 'the same on a PostgreSQL of one’s own',
              asked: '',
              measured: 'not measured: BENCH_DATABASE_URL is not set',
            },
          ]
        : await measureAt('PostgreSQL', { url })),
    ]
  } finally {
    folder.remove()
  }
}
