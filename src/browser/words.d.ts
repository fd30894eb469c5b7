/** The build puts the list itself here; that it is a right one is tried when the service starts, and by a test. */
declare module 'plain-words-list' {
  // oxlint-disable-next-line typescript/consistent-type-imports -- what is declared so can name a type in no other way
  const list: import('../domain/plain-words/word-list.ts').WordList
  export default list
}
