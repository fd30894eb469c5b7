import { type Common, hasWords, spaced, type Words } from './parts.ts'

export type FooterLink = {
  readonly href: string
  readonly text: Words
  readonly attributes?: Common['attributes']
}

export type FooterSection = {
  readonly title: Words
  readonly items: readonly FooterLink[]
  readonly width?: 'full' | 'one-half' | 'one-third' | 'two-thirds' | 'one-quarter' | undefined
  readonly columns?: 1 | 2 | 3 | undefined
}

export type FooterProps = Common & {
  readonly containerClass?: string | undefined
  /** A mark of the council's own. Never the crown: this is not GOV.UK. */
  readonly mark?: Words
  readonly sections?: readonly FooterSection[] | undefined
  readonly links?: readonly FooterLink[] | undefined
  /** What the links are, for those who hear the page. Given alone it heads the words below. */
  readonly linksTitle?: string | undefined
  /** Words under the links. */
  readonly children?: Words
  /** On what terms the content may be used. */
  readonly licence?: Words
  /** The licence's own mark, before its words. */
  readonly licenceMark?: Words
  /** Stands at the end of the line. */
  readonly copyright?: Words
}

const Link = ({ link }: { readonly link: FooterLink }) => (
  <a class="govuk-footer__link" href={link.href} {...link.attributes}>
    {link.text}
  </a>
)

const Section = ({ section }: { readonly section: FooterSection }) => (
  <div class={`govuk-footer__section govuk-grid-column-${section.width ?? 'full'}`}>
    <h2 class="govuk-footer__heading govuk-heading-m">{section.title}</h2>
    {section.items.length === 0 ? null : (
      <ul
        class={spaced(
          'govuk-footer__list',
          section.columns !== undefined && `govuk-footer__list--columns-${section.columns}`,
        )}
      >
        {section.items.map((link) => (
          <li class="govuk-footer__list-item">
            <Link link={link} />
          </li>
        ))}
      </ul>
    )}
  </div>
)

const Sections = ({ sections }: { readonly sections: readonly FooterSection[] }) =>
  sections.length === 0 ? null : (
    <>
      <div class="govuk-footer__navigation">
        {sections.map((section) => (
          <Section section={section} />
        ))}
      </div>
      <hr class="govuk-footer__section-break" />
    </>
  )

const Support = ({ links = [], linksTitle, children }: FooterProps) => {
  if (links.length === 0 && !hasWords(children) && linksTitle === undefined) return null
  return (
    <>
      <h2 class="govuk-visually-hidden">{linksTitle ?? 'Support links'}</h2>
      {links.length === 0 ? null : (
        <ul class="govuk-footer__inline-list">
          {links.map((link) => (
            <li class="govuk-footer__inline-list-item">
              <Link link={link} />
            </li>
          ))}
        </ul>
      )}
      {hasWords(children) ? <div class="govuk-footer__meta-custom">{children}</div> : null}
    </>
  )
}

export const Footer = (props: FooterProps) => (
  <div class={spaced('govuk-footer', props.class)} {...props.attributes}>
    <div class={spaced('govuk-width-container', props.containerClass)}>
      {props.mark}
      <Sections sections={props.sections ?? []} />
      <div class="govuk-footer__meta">
        <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
          <Support {...props} />
          {hasWords(props.licence) ? (
            <>
              {props.licenceMark}
              <span class="govuk-footer__licence-description">{props.licence}</span>
            </>
          ) : null}
        </div>
        {hasWords(props.copyright) ? <div class="govuk-footer__meta-item">{props.copyright}</div> : null}
      </div>
    </div>
  </div>
)
