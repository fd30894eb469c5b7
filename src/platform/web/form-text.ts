/** What came in, by field name: one text, or several where the field was sent more than once. No prototype. */
export type Values = Readonly<Record<string, string | readonly string[]>>

/** What was sent, made safe to keep: what no text may hold has become `�`, and the field is named in `spoilt`. */
export type Form = {
  readonly values: Values
  readonly spoilt: ReadonlySet<string>
  /** Sent to have its words looked over, and not to be kept: `parseForm` gives it back as it was typed. */
  readonly lookOver?: boolean | undefined
}

export const MOST_FIELDS = 2000

/** Names of our own forms: letters, digits and joints. Anything else was not sent by a page of ours. */
const FIELD_NAME = /^[A-Za-z_][A-Za-z0-9_.-]{0,99}$/
const NEVER_A_NAME = new Set(['__proto__', 'constructor', 'prototype'])

// PostgreSQL cannot keep NUL; the other controls do nothing but hide, save for tab and line end. The marks that
// turn writing direction and join letters are part of names and stay.
// oxlint-disable-next-line no-control-regex -- finding them is the purpose
const UNKEEPABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/g

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

const PERCENT = 0x25
const PLUS = 0x2b
const SPACE = 0x20

/** What a hex digit stands for, by its byte; -1 for any other byte. */
const HEX = new Int8Array(256).fill(-1)
for (let value = 0; value < 16; value += 1) {
  const digit = value.toString(16)
  HEX[digit.charCodeAt(0)] = value
  HEX[digit.toUpperCase().charCodeAt(0)] = value
}

type Decoded = { readonly text: string; readonly spoilt: boolean }

/** Percent-decodes as UTF-8. What is not UTF-8 (a lone surrogate, a cut-off letter) comes out as `�`, and is said. */
function decoded(raw: string): Decoded {
  if (!raw.includes('%') && !raw.includes('+')) return kept(raw, false)
  // Byte by byte also where there are only spaces to put in: of a text of a megabyte a replacing makes a million pieces.
  const bytes = Buffer.from(raw, 'utf8')
  let length = 0
  let broken = false
  for (let at = 0; at < bytes.length; at += 1) {
    let byte = bytes[at] ?? 0
    if (byte === PLUS) byte = SPACE
    else if (byte === PERCENT) {
      const high = HEX[bytes[at + 1] ?? 0] ?? -1
      const low = HEX[bytes[at + 2] ?? 0] ?? -1
      if (high === -1 || low === -1) broken = true
      else {
        byte = high * 16 + low
        at += 2
      }
    }
    // In place: what is written is never ahead of what is read.
    bytes[length] = byte
    length += 1
  }
  return kept(utf8.decode(bytes.subarray(0, length)), broken)
}

/** Line ends as one sign, and nothing that the database cannot keep. */
function kept(text: string, broken: boolean): Decoded {
  const lined = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text
  const clean = lined.replaceAll(UNKEEPABLE, '\ufffd')
  return { text: clean, spoilt: broken || clean.includes('\ufffd') }
}

export type FormText =
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'too-many-fields' }

/** Reads `application/x-www-form-urlencoded`. Never throws, whatever was sent. */
export function readFormText(text: string): FormText {
  const values: Record<string, string | string[]> = Object.create(null)
  const spoilt = new Set<string>()
  if (text === '') return { kind: 'form', form: { values, spoilt } }
  const pairs = text.split('&', MOST_FIELDS + 1)
  if (pairs.length > MOST_FIELDS) return { kind: 'too-many-fields' }
  for (const pair of pairs) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    const name = decoded(equals === -1 ? pair : pair.slice(0, equals)).text
    if (!FIELD_NAME.test(name) || NEVER_A_NAME.has(name)) return { kind: 'malformed' }
    const value = decoded(equals === -1 ? '' : pair.slice(equals + 1))
    if (value.spoilt) spoilt.add(name)
    add(values, name, value.text)
  }
  return { kind: 'form', form: { values, spoilt } }
}

function add(values: Record<string, string | string[]>, name: string, text: string): void {
  const before = values[name]
  if (before === undefined) values[name] = text
  else if (typeof before === 'string') values[name] = [before, text]
  else before.push(text)
}

export const emptyForm: Form = { values: Object.freeze(Object.create(null)), spoilt: new Set() }

/** The one text of a field; of several, the first. */
export function textOf(values: Values, name: string): string {
  const value = values[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** Every text of a field, however often it was sent. */
export function textsOf(values: Values, name: string): readonly string[] {
  const value = values[name]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}
