// The package says nothing of its types. Every pictogram is one module of this shape.
declare module '@carbon/pictograms/lib/*/index.js' {
  type Part = {
    readonly elem: string
    readonly attrs: Readonly<Record<string, string | number>>
    readonly content?: readonly Part[]
  }
  const pictogram: {
    readonly name: string
    readonly attrs: { readonly viewBox: string }
    readonly content: readonly Part[]
  }
  export default pictogram
}
