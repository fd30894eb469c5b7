import { dateInWords, daysBetween } from '../../domain/dates/plain-date.ts'
import { Drawing, Picture, percent } from '../../platform/govuk/pictures/picture.tsx'
import type { TopicOverTime } from './view-over-time.ts'
import { words } from './words-over-time.ts'

const TALL = 40
const HEIGHT = TALL + 2
/** As in the picture of the ladder above it, so that a bar stands under its day. */
const INSIDE = { from: 0.03, to: 0.97 }

const number = (hours: number): string => String(Number(hours.toFixed(2)))

/** `1 hour`, `3.5 hours`. */
export const hoursInWords = (hours: number): string => `${number(hours)} ${hours === 1 ? 'hour' : 'hours'}`

/** The hours of support under the ladder, each bar from the day on which it began; the same in words below. */
export const HoursBeside = ({ topic }: { readonly topic: TopicOverTime }) => {
  const { hours, span } = topic
  if (hours.length === 0) return <p class="govuk-body-s">{words.noHours}</p>
  const most = Math.max(...hours.map((each) => each.hours), 1)
  const whole = daysBetween(span.from, span.to)
  const across = (on: TopicOverTime['span']['from']) =>
    INSIDE.from + (whole === 0 ? 0 : daysBetween(span.from, on) / whole) * (INSIDE.to - INSIDE.from)
  return (
    <div class="rt-hours">
      <Picture title={words.hours} showTitle>
        <Drawing class="rt-bar" height={HEIGHT}>
          {hours.map(({ on, hours: each }, at) => {
            const from = across(on)
            const next = hours[at + 1]
            const to = next === undefined ? 1 : across(next.on)
            const tall = Math.max(2, (each / most) * TALL)
            return (
              <rect
                class="rt-part rt-part--2"
                x={percent(from)}
                width={percent(Math.max(0.01, to - from))}
                y={TALL - tall}
                height={tall}
              />
            )
          })}
        </Drawing>
      </Picture>
      <ul class="govuk-list govuk-list--bullet">
        {hours.map(({ on, hours: each }) => (
          <li>
            From {dateInWords(on)}: {hoursInWords(each)} a week
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <strong>{words.hoursAlone}</strong> {words.both}
      </p>
    </div>
  )
}
