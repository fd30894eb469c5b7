import type { Pence } from '../../domain/money/pence.ts'
import { Drawing, percent } from '../../platform/govuk/pictures/picture.tsx'

type Props = {
  readonly weekly: Pence<'week'>
  /** the longest of all, in the same picture */
  readonly most: number
  /** the version after is drawn in another colour; the words beside the bar say which it is */
  readonly part: 1 | 2
}

const HEIGHT = 12

/** How much a line is a week, against the largest of both versions. The sum stands beside it in words. */
export const Bar = ({ weekly, most, part }: Props) => (
  <Drawing class="rt-bar" height={HEIGHT}>
    <rect class="rt-track" x="0" y={0} width="100%" height={HEIGHT} />
    {weekly <= 0 || most <= 0 ? null : (
      <rect class={`rt-part rt-part--${part}`} x="0" y={0} width={percent(weekly / most)} height={HEIGHT} />
    )}
  </Drawing>
)
