import { isValidElement } from 'preact'
import { type Common, spaced, type Words } from './parts.ts'

type LongCell = Common & {
  readonly text: Words
  /** Figures stand to the right, under each other. */
  readonly numeric?: boolean | undefined
  readonly colspan?: number | undefined
  readonly rowspan?: number | undefined
}

/** A cell: its words, or its words with how they stand. */
export type Cell = Exclude<Words, readonly Words[] | false | null | undefined> | LongCell

export type TableProps = Common & {
  readonly caption?: Words
  readonly captionClass?: string | undefined
  readonly head?: readonly Cell[] | undefined
  readonly rows: readonly (readonly Cell[] | false | null | undefined)[]
  readonly firstCellIsHeader?: boolean | undefined
  /**
   * On a narrow screen each row becomes a block and each cell says its column's name, so that nobody has to
   * scroll sideways. Needs a head that holds text.
   */
  readonly stacks?: boolean | undefined
}

const longCell = (cell: Cell): LongCell =>
  typeof cell === 'object' && !isValidElement(cell) ? cell : { text: cell }

/** The roles are lost in some browsers when a table's parts are laid out as blocks, so they are said. */
const role = (stacks: boolean, name: 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell') =>
  stacks ? name : undefined

const HeadCell = ({ cell, stacks }: { readonly cell: LongCell; readonly stacks: boolean }) => (
  <th
    scope="col"
    class={spaced('govuk-table__header', cell.numeric && 'govuk-table__header--numeric', cell.class)}
    colspan={cell.colspan}
    rowspan={cell.rowspan}
    role={role(stacks, 'columnheader')}
    {...cell.attributes}
  >
    {cell.text}
  </th>
)

type BodyCellProps = {
  readonly cell: LongCell
  readonly isHeader: boolean
  readonly stacks: boolean
  readonly column: Words
}

const BodyCell = ({ cell, isHeader, stacks, column }: BodyCellProps) =>
  isHeader ? (
    <th
      scope="row"
      class={spaced('govuk-table__header', cell.class)}
      colspan={cell.colspan}
      rowspan={cell.rowspan}
      role={role(stacks, 'rowheader')}
      {...cell.attributes}
    >
      {cell.text}
    </th>
  ) : (
    <td
      class={spaced('govuk-table__cell', cell.numeric && 'govuk-table__cell--numeric', cell.class)}
      colspan={cell.colspan}
      rowspan={cell.rowspan}
      role={role(stacks, 'cell')}
      data-column={stacks && typeof column === 'string' ? column : undefined}
      {...cell.attributes}
    >
      {cell.text}
    </td>
  )

type BodyProps = Pick<TableProps, 'rows'> & {
  readonly head: readonly LongCell[]
  readonly firstCellIsHeader: boolean
  readonly stacks: boolean
}

const Body = ({ rows, head, firstCellIsHeader, stacks }: BodyProps) => (
  <tbody class="govuk-table__body" role={role(stacks, 'rowgroup')}>
    {rows.map((row) =>
      row ? (
        <tr class="govuk-table__row" role={role(stacks, 'row')}>
          {row.map((cell, index) => (
            <BodyCell
              cell={longCell(cell)}
              isHeader={firstCellIsHeader && index === 0}
              stacks={stacks}
              column={head[index]?.text}
            />
          ))}
        </tr>
      ) : null,
    )}
  </tbody>
)

export const Table = (props: TableProps) => {
  const { caption, captionClass, rows, firstCellIsHeader = false, stacks = false, attributes } = props
  const head = props.head?.map(longCell)
  return (
    <table
      class={spaced('govuk-table', stacks && 'rt-table--stacks', props.class)}
      role={role(stacks, 'table')}
      {...attributes}
    >
      {caption === undefined ? null : (
        <caption class={spaced('govuk-table__caption', captionClass)}>{caption}</caption>
      )}
      {head === undefined ? null : (
        <thead class="govuk-table__head" role={role(stacks, 'rowgroup')}>
          <tr class="govuk-table__row" role={role(stacks, 'row')}>
            {head.map((cell) => (
              <HeadCell cell={cell} stacks={stacks} />
            ))}
          </tr>
        </thead>
      )}
      <Body rows={rows} head={head ?? []} firstCellIsHeader={firstCellIsHeader} stacks={stacks} />
    </table>
  )
}
