import { dateInWords } from '../../domain/dates/plain-date.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { Drawing, Picture, percent } from '../../platform/govuk/pictures/picture.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import type { AtInsight } from './door.ts'
import { SMALLEST } from './view-counts.ts'
import { type QueueAsked, type QueueView, quarters } from './view-queue.ts'
import { countInWords } from './words.ts'

const words = {
  title: 'How many more hours clear the queue',
  intro:
    'Who waits for an assessment to begin, who asks each week and who is seen each week, carried on as in the last half year.',
  more: 'More hours of assessing, a week',
  each: 'Hours that one assessment takes',
  eachHint: 'With all that goes with it. Records do not hold it, so it is your own figure.',
  try: 'Work it out',
  few: 'Too few wait for anything to be worked out.',
  never: 'With this, the queue is not cleared within three years.',
  picture: 'How many would wait, quarter by quarter',
  goals: 'What it takes to clear it',
  goalsWhy:
    'Clear means that whoever asks is seen within the council’s own standard. These are hours on top of what is worked today.',
  none: 'None: it clears by itself',
} as const

type QueueProps = { readonly at: AtInsight; readonly asked: QueueAsked; readonly view: QueueView }

const one = (n: number): string => String(Math.round(n * 10) / 10)

const IN: Readonly<Record<number, string>> = {
  3: 'in 3 months',
  6: 'in 6 months',
  12: 'in a year',
  24: 'in two years',
}

/** By when it could be clear, and what that takes. */
const Goals = ({ view }: { readonly view: QueueView }) => (
  <>
    <h3 class="govuk-heading-s">{words.goals}</h3>
    <p class="govuk-body">{words.goalsWhy}</p>
    <Table
      stacks
      caption={words.goals}
      captionClass="govuk-visually-hidden"
      firstCellIsHeader
      head={['Clear by', { text: words.more, numeric: true }]}
      rows={view.goals.map(({ months, by, more }) => [
        `${dateInWords(by)}, ${IN[months] ?? ''}`,
        { text: more === 0 ? words.none : more.toLocaleString('en-GB'), numeric: true },
      ])}
    />
  </>
)

const Columns = ({ at, asked, view }: QueueProps) => {
  const points = quarters(view.ahead)
  const most = Math.max(view.queue.since.length, ...points.map(({ waiting }) => waiting), 1)
  return (
    <>
      <h3 class="govuk-heading-s">
        {words.picture}, with {asked.more === 0 ? 'the hours of today' : `${asked.more} more hours a week`}
      </h3>
      <Picture title={words.picture}>
        <Drawing class="rt-queue" height={90}>
          {points.map(({ waiting }, place) => {
            const height = Math.round((waiting / most) * 80)
            return (
              <rect
                class="rt-part rt-part--1"
                x={percent(place / points.length)}
                width={percent(0.8 / points.length)}
                y={88 - height}
                height={height + 2}
              />
            )
          })}
        </Drawing>
      </Picture>
      <Table
        stacks
        caption={words.picture}
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={[
          'By',
          { text: 'Would wait', numeric: true },
          { text: 'Days until somebody is seen', numeric: true },
        ]}
        rows={points.map(({ on, waiting, wait }) => [
          dateInWords(on),
          { text: countInWords(at.of, Math.round(waiting)), numeric: true },
          { text: Number.isFinite(wait) ? String(Math.round(wait)) : 'Never', numeric: true },
        ])}
      />
    </>
  )
}

/** Nobody waits, and nobody would: there is nothing to draw. */
const isQuiet = ({ ahead, queue }: QueueView): boolean =>
  queue.since.length === 0 && quarters(ahead).every(({ waiting }) => Math.round(waiting) === 0)

const clearWords = ({ ahead, standard, queue }: QueueView): string => {
  if (ahead.clear === undefined) return words.never
  const first = ahead.weeks[0]
  if (ahead.clear === first?.on && (first?.waiting ?? 0) <= queue.since.length)
    return `Whoever asks now is seen within ${standard} days, the council’s own standard.`
  const between =
    ahead.earliest === undefined || ahead.latest === undefined
      ? ''
      : ` If fewer or more people ask than in the last half year: between ${dateInWords(ahead.earliest)} and ${dateInWords(ahead.latest)}.`
  return `From ${dateInWords(ahead.clear)} on, whoever asks is seen within ${standard} days.${between}`
}

/** How many more hours of assessing clear the queue by when. */
export const QueueAhead = ({ at, asked, view }: QueueProps) => (
  <section class="rt-block" id="queue">
    <h2 class="govuk-heading-m">{words.title}</h2>
    <p class="govuk-body">{words.intro}</p>
    {at.of.kind === 'council' && view.queue.since.length < SMALLEST ? (
      <p class="govuk-body">{words.few}</p>
    ) : (
      <>
        <form method="get" action="/insight/waits#queue" class="rt-no-print" novalidate>
          <Input
            name="more"
            label={{ text: words.more }}
            error={asked.errors.find(({ field }) => field === 'more')?.says}
            value={asked.typed.more}
            class="govuk-input--width-5"
            inputMode="decimal"
          />
          <Input
            name="each"
            label={{ text: words.each }}
            hint={words.eachHint}
            error={asked.errors.find(({ field }) => field === 'each')?.says}
            value={asked.typed.each}
            class="govuk-input--width-5"
            inputMode="decimal"
          />
          <Button class="govuk-button--secondary">{words.try}</Button>
        </form>
        <p class="govuk-body">
          <strong>{countInWords(at.of, view.queue.since.length)}</strong> wait. Each week{' '}
          {one(view.pace.asked)} ask and {one(view.pace.seen)} are seen. {clearWords(view)}
        </p>
        {isQuiet(view) ? null : (
          <>
            <Goals view={view} />
            <Columns at={at} asked={asked} view={view} />
          </>
        )}
      </>
    )}
  </section>
)
