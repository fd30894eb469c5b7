import { DOCX, docxOf } from '../../platform/documents/docx.ts'
import { pdfOf } from '../../platform/documents/pdf.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { file, notFound, redirect, refused } from '../../platform/web/answer.ts'
import { textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, mayAdd, recordPath } from '../at-table.ts'
import { backTo, laid } from '../frame.tsx'
import { letterFor, letterPath } from './asked.ts'
import { EasyRead, LetterPage } from './letter.tsx'
import { Letters } from './list.tsx'
import { packPages } from './pack-pages.tsx'
import { easyText, plainText } from './plain-text.ts'
import { sendPages } from './send-pages.tsx'
import { LARGE_POINTS, POINTS, sheetOf } from './sheet.ts'
import { words } from './words.ts'

const READ = { resource: 'asking', action: 'read' } as const
const AS = ['letter', 'large-print', 'easy-read'] as const
type As = (typeof AS)[number]

const listed: RecordPage = {
  path: '/records/:record/letters',
  may: READ,
  maySend: { resource: 'asking', action: 'judge' },
  audited: 'the letters',
  get: async (visit) =>
    laid(visit.ctx, 'letters', {
      title: words.title,
      main: <Letters visit={visit} posted={await visit.ctx.post.posted()} />,
    }),
  // What came back goes out again, to the address as it is now.
  post: async ({ ctx, form }) => {
    const id = textOf(form.values, 'again')
    const back = recordPath(ctx.record, 'letters')
    const isOurs = (await ctx.post.posted()).some((posted) => posted.id === id)
    return isOurs && (await ctx.post.sendAgain(id))
      ? redirect(back, words.againDone)
      : refused([words.againNot], back)
  },
}

const asked = ({ query }: Visit<AtTable>): As => AS.find((as) => as === textOf(query, 'as')) ?? 'letter'

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
          { href: letterPath(visit, 'docx'), says: words.docx },
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

/** To go on writing in: what is changed there is a new letter, and no longer this one. */
const asDocx: RecordPage = {
  path: '/records/:record/letters/:letter/docx',
  params: { letter: 'entry' },
  may: READ,
  audited: 'a letter, as a document to edit',
  get: async (visit) => {
    const letter = letterFor(visit)
    return letter === undefined ? notFound : file('letter.docx', DOCX, await docxOf(sheetOf(letter, POINTS)))
  },
}

export const letterPages: readonly RecordPage[] = [
  listed,
  one,
  asText,
  asPdf,
  asDocx,
  ...sendPages,
  ...packPages,
]
