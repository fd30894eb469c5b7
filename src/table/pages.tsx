import { file } from '../platform/web/answer.ts'
import type { RecordPage } from './at-table.ts'
import { letterPages } from './letters/pages.tsx'
import { peoplePages } from './people/pages.tsx'
import { promisePages } from './promises/pages.tsx'
import { Looks } from './looks.tsx'
import { laid } from './frame.tsx'
import { notSo } from './not-so.tsx'
import { isThePerson } from './reader.ts'
import { Timeline } from './timeline.tsx'

const timeline: RecordPage = {
  path: '/records/:record',
  may: { resource: 'people', action: 'read' },
  audited: 'the record',
  get: ({ ctx }) =>
    laid(ctx, '', {
      title: isThePerson(ctx.reader) ? 'Your record' : 'A record',
      main: <Timeline table={ctx} />,
    }),
}

const looks: RecordPage = {
  path: '/records/:record/looks',
  may: { resource: 'looks', action: 'read' },
  audited: 'who looked',
  get: async ({ ctx }) =>
    laid(ctx, 'looks', { title: 'Who looked', main: <Looks table={ctx} looks={await ctx.looks()} /> }),
}

/** The record in a file of its own format, for the person to take away (UK GDPR Article 15). */
const takeAway: RecordPage = {
  path: '/records/:record/file',
  may: { resource: 'people', action: 'export' },
  audited: 'a copy of the whole record, taken away',
  get: async ({ ctx }) => file('your-record.record.json', 'application/json', await ctx.file()),
}

export const tablePages: readonly RecordPage[] = [
  timeline,
  looks,
  takeAway,
  notSo,
  ...peoplePages,
  ...promisePages,
  ...letterPages,
]
