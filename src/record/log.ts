/**
 * The log: append and read. Nothing else in the product writes to a record. The parts are in the files beside this one.
 */
export { type Appended, type Seat, type Seated, addParty, append } from './log-append.ts'
export { type Account, type Colleague, colleagues, keepAccounts, linkParty } from './log-accounts.ts'
export {
  type KeptFigures,
  type Oversight,
  type SeenFigures,
  everyFigure,
  figuresSeen,
  figuresVersion,
  lastPublished,
  makeFigures,
  oversight,
  publishFigures,
} from './log-figures.ts'
export { type CouncilFigures, followCouncil } from './log-council.ts'
export { onItsDay } from './log-days.ts'
export { type ImportOptions, type Incoming, importMany, importRecord, importWithin } from './log-import.ts'
export {
  type CaseloadLine,
  type Look,
  type OneOfMany,
  type OpenRecord,
  type WithheldNotice,
  caseload,
  caseloadVersion,
  exportRecord,
  exportWhole,
  isRecordId,
  keepLook,
  keepLookAgain,
  looks,
  openMany,
  openRecord,
} from './log-read.ts'
export { type Fault, headsOf } from './log-heads.ts'
export { type Verified, verify } from './log-verify.ts'
export { type BackedUp, backup, restore } from '../platform/database/backup.ts'
