import { Select } from '../platform/govuk/select.tsx'
import { optionalText } from '../platform/web/fields.ts'
import { type Values, textOf } from '../platform/web/form.ts'
import { onPaper } from '../record/paper-form.ts'

/** How something came to be typed by one for another: the same ways on paper and on the screen. */
const WAYS = ['face to face', 'by phone', 'by video', 'in a letter', 'through an interpreter'] as const

type Props = {
  readonly typed: Values
  /** the number of the form on paper */
  readonly form?: number | undefined
  /** what stands first where it need not have been told by anybody */
  readonly own?: string | undefined
}

/** Asked of whoever types what another has said. It is read back to them, however it came. */
export const HowTold = ({ typed, form, own }: Props) => (
  <Select
    name="channel"
    label={{ text: 'How did they tell you?', class: 'govuk-label--m' }}
    value={textOf(typed, 'channel')}
    options={[
      ...(own === undefined ? [] : [{ value: '', text: own }]),
      ...WAYS.map((way) => ({ value: `said ${way}, read back`, text: `${way}, and I read it back` })),
      form === undefined
        ? { value: 'said on paper, read back', text: 'on paper, and I read it back' }
        : { value: onPaper(form), text: `on paper (form ${form}), and I read it back` },
    ]}
  />
)

/** The field of `HowTold`; nothing where nobody told it. */
export const howTold = optionalText({ most: 100 })
