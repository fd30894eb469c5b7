import { OWN_SCALE_WORDS, type OwnLevel } from '../../domain/outcomes/own-scale.ts'
import { Symbol, type SymbolName } from '../../platform/govuk/symbol.tsx'

/** A face says at a glance what the words beside it say. */
export const FACES: Readonly<Record<OwnLevel, SymbolName>> = {
  0: 'face-bad',
  1: 'face-bad',
  2: 'face-middle',
  3: 'face-good',
  4: 'face-good',
}

export const Answer = ({ level }: { readonly level: OwnLevel }) => (
  <>
    <Symbol name={FACES[level]} beside small /> {OWN_SCALE_WORDS[level]}
  </>
)
