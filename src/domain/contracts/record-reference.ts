/**
 * By what a worker and the council’s buyers call the same record without a name: the last twelve signs of its address, such as
 * `3F2A-91C0-7B4E`. Nobody can turn it into a person without the right to open the record.
 * @param record the record’s address, a uuid
 */
export const recordReference = (record: string): string =>
  (record.replaceAll('-', '').slice(-12).toUpperCase().match(/.{4}/g) ?? []).join('-')

/** Whether what somebody typed is that reference: with or without its joints, in small letters or capitals. */
export const isReference = (typed: string, reference: string): boolean =>
  typed.replaceAll(/[^0-9a-z]/gi, '').toUpperCase() === reference.replaceAll('-', '')
