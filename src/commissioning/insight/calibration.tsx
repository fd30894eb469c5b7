import { dateInWords } from '../../domain/dates/plain-date.ts'
import type { Calibration, CurveCalibration } from '../../domain/population/calibrate.ts'
import { ENOUGH_FOR_HALF } from '../../domain/population/accuracy.ts'
import { DIVISION_WORDS } from '../../domain/population/groups.ts'
import type { PointsModel } from '../../domain/allocation/points.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import type { Standing } from './calibrating.ts'
import type { AtInsight } from './door.ts'
import { Heading, TheRule } from './laid.tsx'
import {
  type Calibrated,
  type PriceRow,
  curveRows,
  filesOf,
  groupRows,
  nearRows,
  priceRows,
  tryAt,
} from './view-calibration.ts'
import { FILE_WORDS, words } from './words-calibration.ts'

type Shown = { readonly at: AtInsight; readonly found: Calibrated; readonly points: PointsModel | undefined }

const WhatItIsNot = () => (
  <InsetText>
    <h2 class="govuk-heading-s">{words.notTitle}</h2>
    <ul class="govuk-list govuk-list--bullet">
      {words.not.map((says) => (
        <li>{says}</li>
      ))}
    </ul>
    <p class="govuk-body">
      <a class="govuk-link" href="/model/lines">
        {words.comments}
      </a>
    </p>
  </InsetText>
)

const numeric = (text: string) => ({ text, numeric: true })
const COLUMNS = [words.inForce, words.nearest, words.enough].map(numeric)

const rowOf = ({ says, held, inForce, nearest, enough }: PriceRow) => [
  held ? `${says}: ${words.held}` : says,
  numeric(inForce),
  numeric(nearest),
  numeric(enough),
]

const Near = ({
  found,
  title,
}: {
  readonly found: Calibration | CurveCalibration
  readonly title: string
}) => (
  <Table
    stacks
    caption={title}
    captionClass="govuk-table__caption--m"
    firstCellIsHeader
    head={[words.measure, ...COLUMNS]}
    rows={nearRows(found).map(([says, ...figures]) => [says, ...figures.map(numeric)])}
  />
)

const Prices = ({ found }: { readonly found: Calibration }) => (
  <section class="rt-block" id="prices">
    <Table
      stacks
      caption={words.prices}
      captionClass="govuk-table__caption--m"
      firstCellIsHeader
      head={[words.priceOf, ...COLUMNS]}
      rows={priceRows(found).map(rowOf)}
    />
    <p class="govuk-body">{words.nearestWhy}</p>
    <p class="govuk-body">{words.enoughWhy}</p>
    <p class="govuk-body">{words.tied}</p>
    <Near found={found} title={words.near} />
    <p class="govuk-body">
      {words.nearWhy} {ENOUGH_FOR_HALF}
    </p>
    <h2 class="govuk-heading-m">{words.group}</h2>
    <p class="govuk-body">{words.groupWhy}</p>
    {groupRows(found).map(({ division, groups }) => (
      <Details summary={DIVISION_WORDS[division]}>
        <Table
          stacks
          caption={DIVISION_WORDS[division]}
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={['Group', 'People', words.inForce, words.nearest, words.enough]}
          rows={groups.map(({ group, people, figures }) => [group, String(people), ...figures])}
        />
      </Details>
    ))}
  </section>
)

const Curve = ({ found }: { readonly found: CurveCalibration }) => (
  <section class="rt-block" id="curve">
    <h2 class="govuk-heading-m">{words.curve}</h2>
    <p class="govuk-body">{words.curveWhy}</p>
    <Table
      stacks
      caption={words.curve}
      captionClass="govuk-visually-hidden"
      firstCellIsHeader
      head={[words.points, ...COLUMNS]}
      rows={curveRows(found).map(rowOf)}
    />
    <Near found={found} title={words.near} />
  </section>
)

const Broken = ({ says }: { readonly says: readonly string[] }) =>
  says.length === 0 ? null : (
    <p class="govuk-body">
      {words.broken} {says.join(' ')}
    </p>
  )

const TryIt = ({ at, found, points }: Shown) => {
  const { prices } = found
  const tries =
    prices === undefined
      ? []
      : ([
          [words.seeNearest, tryAt(at.model, prices, prices.leastSquares)],
          [words.seeEnough, tryAt(at.model, prices, prices.enough)],
        ] as const)
  const links = [
    ...tries.flatMap(([says, href]) => (href === undefined ? [] : [{ says, href }])),
    ...filesOf(found, at.model, points).map((name) => ({
      says: `${FILE_WORDS[name] ?? name} (${name})`,
      href: `/insight/calibration/${name}`,
    })),
  ]
  return (
    <section class="rt-block rt-no-print" id="try">
      <h2 class="govuk-heading-m">{words.try}</h2>
      <p class="govuk-body">{words.tryWhy}</p>
      <ul class="govuk-list">
        {links.map(({ says, href }) => (
          <li>
            <a class="govuk-link" href={href}>
              {says}
            </a>
          </li>
        ))}
      </ul>
      <Broken says={prices?.leastSquares?.broken ?? []} />
      <Broken says={prices?.enough?.broken ?? []} />
    </section>
  )
}

const madeOf = ({ on, prices, curve }: Calibrated): string | undefined => {
  const of = prices ?? curve
  return of === undefined
    ? undefined
    : `Worked out on ${dateInWords(on)} from ${of.fittedOn} plans for help at home agreed before ${dateInWords(of.since)}, and tried on ${of.heldAgainst} plans agreed since.`
}

const Found = ({ at, found, points, stale }: Shown & { readonly stale: boolean }) => {
  const made = madeOf(found)
  return (
    <>
      {made === undefined ? null : <p class="govuk-body">{made}</p>}
      {stale ? (
        <p class="govuk-body">
          {words.changed}{' '}
          <a class="govuk-link" href="/insight/calibration?again=yes">
            {words.again}
          </a>
        </p>
      ) : null}
      {made === undefined ? (
        <InsetText>
          {words.few}{' '}
          {at.of.kind === 'council' ? null : (
            <>
              {words.fewTeam}{' '}
              <a class="govuk-link" href="/model/accuracy">
                {words.published}
              </a>
            </>
          )}
        </InsetText>
      ) : null}
      {found.prices === undefined ? null : <Prices found={found.prices} />}
      {found.curve === undefined ? null : <Curve found={found.curve} />}
      {made === undefined ? null : <TryIt at={at} found={found} points={points} />}
    </>
  )
}

/** The models in force beside what would have fitted the plans that were agreed. */
export const CalibrationPage = ({
  at,
  standing,
  points,
}: {
  readonly at: AtInsight
  readonly standing: Standing
  readonly points: PointsModel | undefined
}) => (
  <Heading at={at} title={words.title}>
    <p class="govuk-body-l">{words.intro}</p>
    <WhatItIsNot />
    {standing.kind === 'working' ? (
      <>
        <p class="govuk-body">{words.working}</p>
        <p class="govuk-body">
          <a class="govuk-link" href="/insight/calibration">
            {words.lookAgain}
          </a>
        </p>
      </>
    ) : (
      <Found at={at} found={standing.found} stale={standing.stale} points={points} />
    )}
    <TheRule>
      <p class="govuk-body">{words.rule}</p>
      <p class="govuk-body">{words.privacy}</p>
    </TheRule>
  </Heading>
)
