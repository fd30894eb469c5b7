import { dateInWords } from '../../domain/dates/plain-date.ts'
import { Table } from '../../platform/govuk/table.tsx'
import { WarningText } from '../../platform/govuk/warning-text.tsx'
import { EasyRead as EasyRows } from '../easy-read.tsx'
import type { Block, Letter } from './letter.ts'
import { packWords } from './words.ts'

const BlockOf = ({ block, large = false }: { readonly block: Block; readonly large?: boolean }) => {
  switch (block.kind) {
    case 'heading':
      return block.level === 3 ? (
        <h3 class="govuk-heading-s">{block.text}</h3>
      ) : (
        <h2 class="govuk-heading-m">{block.text}</h2>
      )
    case 'paragraph':
      return <p class="govuk-body">{block.text}</p>
    case 'list':
      return (
        <ul class="govuk-list govuk-list--bullet">
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      )
    case 'table':
      return (
        <Table
          stacks
          // In large print no column is wide enough on a sheet: each row is a few lines.
          class={large ? 'rt-table--rows-on-paper' : undefined}
          caption={block.caption}
          captionClass="govuk-table__caption--s"
          head={block.head.map((text) => ({ text }))}
          rows={block.rows.map((row) => row.map((text) => ({ text })))}
        />
      )
  }
}

const Draft = ({ letter: { draft } }: { readonly letter: Letter }) =>
  draft === undefined ? null : <WarningText hiddenText="Draft:">{draft}</WarningText>

/** The letter as a page: what is printed is what is seen, at 16 points, or at 20 in large print. */
export const LetterPage = ({ letter, large }: { readonly letter: Letter; readonly large: boolean }) => (
  <article class={large ? 'rt-letter rt-letter--large' : 'rt-letter'}>
    <h1 class="govuk-heading-l">{letter.title}</h1>
    <p class="govuk-body">
      {letter.council}
      <br />
      To {letter.toName}
      <br />
      {dateInWords(letter.on)}
    </p>
    <Draft letter={letter} />
    {letter.blocks.map((block) => (
      <BlockOf block={block} large={large} />
    ))}
  </article>
)

const anchorOf = (index: number): string => `part-${index}`

/** A long document: its parts are listed first, and each can be gone to. */
export const PackPage = ({ letter }: { readonly letter: Letter }) => {
  const { blocks } = letter
  return (
    <article class="rt-letter">
      <h1 class="govuk-heading-l">{letter.title}</h1>
      <p class="govuk-body">
        {letter.toName}
        <br />
        {letter.council}
        <br />
        {dateInWords(letter.on)}
      </p>
      <nav aria-labelledby="contents">
        <h2 class="govuk-heading-m" id="contents">
          {packWords.contents}
        </h2>
        <ol class="govuk-list govuk-list--number">
          {blocks.map((block, index) =>
            block.kind === 'heading' && block.level !== 3 ? (
              <li>
                <a class="govuk-link" href={`#${anchorOf(index)}`}>
                  {block.text}
                </a>
              </li>
            ) : null,
          )}
        </ol>
      </nav>
      {blocks.map((block, index) =>
        block.kind === 'heading' && block.level !== 3 ? (
          <h2 class="govuk-heading-m" id={anchorOf(index)}>
            {block.text}
          </h2>
        ) : (
          <BlockOf block={block} />
        ),
      )}
    </article>
  )
}

/** Easy read: one idea a row, and beside it a picture that carries it. */
export const EasyRead = ({ letter }: { readonly letter: Letter }) => (
  <article class="rt-letter rt-letter--large">
    <h1 class="govuk-heading-l">{letter.title}</h1>
    <p class="govuk-body">For {letter.toName}</p>
    <Draft letter={letter} />
    <EasyRows rows={letter.easy} />
  </article>
)
