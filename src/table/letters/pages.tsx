import { z } from 'zod'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { COPY_FORMS } from '../../record/kinds.ts'
import { type Sheet, type SheetBlock, pdfOf } from '../../platform/documents/pdf.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { type Answer, file, notFound, refused } from '../../platform/web/answer.ts'
import { choice, choices, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, mayAdd, recordPath } from '../at-table.ts'
import { backTo, laid } from '../frame.tsx'
import { sendOr } from '../send.ts'
import { sendCopy } from './decide.ts'
import { type Block, type Letter } from './letter.ts'
import { isSendable, letterOf } from './letter-of.ts'
import { EasyRead, LetterPage } from './letter.tsx'
import { Letters } from './list.tsx'
import { easyText, plainText } from './plain-text.ts'
import { SendForm } from './send-form.tsx'
import { words } from './words.ts'

const READ = { resource: 'asking', action: 'read' } as const
const AS = ['letter', 'large-print', 'easy-read'] as const
type As = (typeof AS)[number]

const listed: RecordPage = {
  path: '/records/:record/letters',
  may: READ,
  audited: 'the letters',
  get: ({ ctx }) => laid(ctx, 'letters', { title: words.title, main: <Letters table={ctx} /> }),
}

function letterFor({ ctx, params }: Visit<AtTable>): Letter | undefined {
  const entry = ctx.state.byId.get(params['letter'] ?? '')
  return entry !== undefined && isSendable(entry) ? letterOf(ctx.state, ctx.model.council, entry) : undefined
}

const asked = ({ query }: Visit<AtTable>): As => AS.find((as) => as === textOf(query, 'as')) ?? 'letter'

const letterPath = ({ ctx, params }: Visit<AtTable>, ...more: readonly string[]): string =>
  recordPath(ctx.record, 'letters', params['letter'] ?? '', ...more)

const Ways = ({ visit, as }: { readonly visit: Visit<AtTable>; readonly as: As }) => {
  const ways = [
    { href: letterPath(visit), says: words.letter, here: as === 'letter' },
    { href: `${letterPath(visit)}?as=large-print`, says: words.large, here: as === 'large-print' },
    { href: `${letterPath(visit)}?as=easy-read`, says: words.easy, here: as === 'easy-read' },
    { href: `${letterPath(visit, 'text')}${as === 'easy-read' ? '?as=easy-read' : ''}`, says: words.text },
    ...(as === 'easy-read'
      ? []
      : [
          {
            href: `${letterPath(visit, 'pdf')}${as === 'large-print' ? '?as=large-print' : ''}`,
            says: as === 'large-print' ? words.pdfLarge : words.pdf,
          },
        ]),
  ]
  return (
    <nav class="rt-no-print rt-ways" aria-label="Other forms of this letter">
      <ul class="govuk-list rt-ways__list">
        {ways.map(({ href, says, here }) => (
          <li>
            {here === true ? (
              <strong aria-current="page">{says}</strong>
            ) : (
              <a class="govuk-link" href={href}>
                {says}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

const one: RecordPage = {
  path: '/records/:record/letters/:letter',
  params: { letter: 'entry' },
  may: READ,
  audited: 'a letter',
  get: (visit) => {
    const letter = letterFor(visit)
    if (letter === undefined) return notFound
    const as = asked(visit)
    return laid(visit.ctx, 'letters', {
      title: words.title,
      before: backTo(recordPath(visit.ctx.record, 'letters'), words.title),
      main: (
        <>
          <Ways visit={visit} as={as} />
          {as === 'easy-read' ? (
            <>
              <p class="govuk-inset-text rt-no-print">{words.easyIntro}</p>
              <EasyRead letter={letter} />
            </>
          ) : (
            <LetterPage letter={letter} large={as === 'large-print'} />
          )}
          {mayAdd(visit.ctx, 'copy') ? (
            <ButtonLink href={letterPath(visit, 'sent')} class="govuk-button--secondary">
              {words.send}
            </ButtonLink>
          ) : null}
        </>
      ),
    })
  },
}

const asText: RecordPage = {
  path: '/records/:record/letters/:letter/text',
  params: { letter: 'entry' },
  may: READ,
  audited: 'a letter, as plain text',
  get: (visit) => {
    const letter = letterFor(visit)
    if (letter === undefined) return notFound
    const easy = asked(visit) === 'easy-read'
    return file(
      easy ? 'letter-easy-read.txt' : 'letter.txt',
      'text/plain; charset=utf-8',
      easy ? easyText(letter) : plainText(letter),
    )
  },
}

const POINTS = 16
const LARGE_POINTS = 20

const sheetBlock = (block: Block): SheetBlock =>
  block.kind === 'table'
    ? {
        kind: 'table',
        caption: block.caption,
        columns: block.head.length,
        head: block.head,
        cells: block.rows.flat(),
      }
    : block

const sheetOf = (letter: Letter, size: number): Sheet => ({
  title: letter.title,
  council: letter.council,
  to: letter.toName,
  on: dateInWords(letter.on),
  draft: letter.draft ?? null,
  size,
  blocks: letter.blocks.map(sheetBlock),
})

const asPdf: RecordPage = {
  path: '/records/:record/letters/:letter/pdf',
  params: { letter: 'entry' },
  may: READ,
  audited: 'a letter, as PDF',
  get: async (visit) => {
    const letter = letterFor(visit)
    if (letter === undefined) return notFound
    const large = asked(visit) === 'large-print'
    const pdf = await pdfOf(sheetOf(letter, large ? LARGE_POINTS : POINTS))
    return pdf.kind === 'made'
      ? file(large ? 'letter-large-print.pdf' : 'letter.pdf', 'application/pdf', pdf.bytes)
      : refused(words.noPdf, letterPath(visit))
  },
}

const form = z.object({
  to: text(words.toMissing, { most: 200 }),
  as: choice(COPY_FORMS, words.asMissing),
  'read-over': choices(['yes']),
})

const formPage = (
  visit: Visit<AtTable>,
  letter: Letter,
  errors: readonly FieldError[],
  typed: Values,
): Answer =>
  laid(visit.ctx, 'letters', {
    title: words.sendTitle,
    before: backTo(letterPath(visit), letter.title),
    main: <SendForm visit={visit} letter={letter} errors={errors} typed={typed} />,
    bad: errors.length > 0,
  })

const sent: RecordPage = {
  path: '/records/:record/letters/:letter/sent',
  params: { letter: 'entry' },
  may: { resource: 'asking', action: 'judge' },
  maySend: { resource: 'asking', action: 'judge' },
  audited: 'a form to say that a copy went out',
  get: (visit) => {
    const letter = letterFor(visit)
    return letter === undefined ? notFound : formPage(visit, letter, [], {})
  },
  post: async (visit) => {
    const letter = letterFor(visit)
    if (letter === undefined) return notFound
    const parsed = parseForm(form, visit.form)
    if (parsed.kind === 'bad') return formPage(visit, letter, parsed.errors, parsed.typed)
    const { ctx, params } = visit
    const { to, as, 'read-over': readOver } = parsed.value
    const decision = sendCopy(
      { stamp: ctx.stamp('copy'), of: params['letter'] ?? '', to, as, readOver: readOver.length > 0 },
      ctx.state,
    )
    return sendOr(visit, decision, recordPath(ctx.record, 'letters'), words.kept, (errors) =>
      formPage(visit, letter, errors, visit.form.values),
    )
  },
}

export const letterPages: readonly RecordPage[] = [listed, one, asText, asPdf, sent]
