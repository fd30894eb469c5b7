/** Where the council of the demonstration would get its post: an invented street with a postcode that Royal Mail has never given. */
export const NORTHMOOR_ADDRESS: readonly string[] = [
  'Adult social care',
  'Northmoor Council',
  'The Old Ropeworks',
  '4 Basin Road',
  'Northmoor',
  'NM1 9RT',
]
