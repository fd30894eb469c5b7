import { StackedBar } from './pictures/stacked-bar.tsx'
import { SummaryList } from './summary-list.tsx'

export type FiguresNowProps = {
  /** Unlike any other id on the page. */
  readonly id: string
  readonly title: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  /** The parts of one bar; each as long as its value. */
  readonly parts: readonly { readonly label: string; readonly value: number; readonly shown: string }[]
}

/** Figures that change while somebody moves something: one bar, and the same and more in words. */
export const FiguresNow = ({ id, title, facts, parts }: FiguresNowProps) => (
  <>
    <StackedBar id={id} title={title} showTitle parts={parts} />
    <SummaryList rows={facts.map(({ label, value }) => ({ key: label, value }))} />
  </>
)
