import { readFileSync } from 'node:fs'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { jsxTemplate } from 'preact/jsx-runtime'
import { describe, expect, it } from 'vitest'
import { BackLink } from './back-link.tsx'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { Button, ButtonLink } from './button.tsx'
import { CharacterCount, type CharacterCountProps } from './character-count.tsx'
import { Checkboxes } from './checkboxes.tsx'
import type { Choice, Divider } from './choices.ts'
import { DateInput, type DatePart } from './date-input.tsx'
import { Details } from './details.tsx'
import { ErrorMessage } from './error-message.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Fieldset } from './fieldset.tsx'
import { Footer, type FooterLink, type FooterSection } from './footer.tsx'
import type { BoxOptions, QuestionOptions } from './form-group.tsx'
import { GenericHeader } from './generic-header.tsx'
import { Hint } from './hint.tsx'
import { Input, type InputProps } from './input.tsx'
import { InsetText } from './inset-text.tsx'
import { Label } from './label.tsx'
import {
  type HeadingLevel,
  NotificationBanner,
  type NotificationBannerProps,
} from './notification-banner.tsx'
import { Pagination, type NumberedPage, type PageLink } from './pagination.tsx'
import { Panel, type PanelAction } from './panel.tsx'
import type { Attributes, Common, Words } from './parts.ts'
import { PhaseBanner } from './phase-banner.tsx'
import { Radios } from './radios.tsx'
import { Select } from './select.tsx'
import { type NavigationItem, ServiceNavigation } from './service-navigation.tsx'
import { SkipLink } from './skip-link.tsx'
import { type SummaryAction, SummaryList } from './summary-list.tsx'
import { type Cell, Table } from './table.tsx'
import { Tag } from './tag.tsx'
import { type Task, TaskList } from './task-list.tsx'
import { Textarea } from './textarea.tsx'
import { WarningText } from './warning-text.tsx'

/*
 * Every component is held to the HTML that GOV.UK Frontend ships for it: the macro's options of each fixture
 * are turned into our props, and what comes out must be the same but for white space that nobody sees.
 */

type Options = { readonly [name: string]: unknown }
type Fixture = { readonly name: string; readonly options: Options; readonly html: string }

const fixturesOf = (component: string): readonly Fixture[] => {
  const file = new URL(
    `../../../node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`,
    import.meta.url,
  )
  return JSON.parse(readFileSync(file, 'utf8')).fixtures
}

// --- from the macro's options to props ---

/** Raw HTML, as the macros take it. Only here: no component of ours has a way in for it. */
const raw = (html: string): VNode => jsxTemplate([html])

const bag = (value: unknown): Options =>
  typeof value === 'object' && value !== null ? (value as Options) : {}
const bags = (value: unknown): readonly Options[] =>
  Array.isArray(value) ? value.filter(Boolean).map(bag) : []
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const some = (value: unknown): string | undefined => text(value) || undefined
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)
const value = (given: unknown): string | number | undefined => text(given) ?? number(given)
const yesNo = (given: unknown): boolean | undefined => (typeof given === 'boolean' ? given : undefined)

const words = (o: Options, textName = 'text', htmlName = 'html'): Words => {
  const html = some(o[htmlName])
  return html === undefined ? value(o[textName]) : raw(html)
}
const look = (o: Options): Common => ({
  class: some(o['classes']),
  attributes: o['attributes'] as Attributes | undefined,
})
const part = (o: Options) => ({ text: words(o), ...look(o) })
const partIf = (given: unknown) => (given ? part(bag(given)) : undefined)
const heading = (o: Options) => ({ ...part(o), isPageHeading: yesNo(o['isPageHeading']) })
const level = (given: unknown) => number(given) as HeadingLevel | undefined

const question = (o: Options, before = 'beforeInput', after = 'afterInput'): QuestionOptions => {
  const group = bag(o['formGroup'])
  const error = bag(o['errorMessage'])
  return {
    hint: partIf(o['hint']),
    error: o['errorMessage'] ? { ...part(error), hiddenText: text(error['visuallyHiddenText']) } : undefined,
    group: { ...look(group), before: words(bag(group[before])), after: words(bag(group[after])) },
  }
}
const box = (o: Options): BoxOptions => ({
  ...look(o),
  ...question(o),
  label: heading(bag(o['label'])),
  name: text(o['name']) ?? '',
  id: some(o['id']),
  describedBy: some(o['describedBy']),
  disabled: yesNo(o['disabled']),
  autocomplete: some(o['autocomplete']),
  spellcheck: yesNo(o['spellcheck']),
})
const choices = (o: Options) => {
  const fieldset = bag(o['fieldset'])
  return {
    ...look(o),
    ...question(o, 'beforeInputs', 'afterInputs'),
    name: text(o['name']) ?? '',
    idPrefix: some(o['idPrefix']),
    legend: fieldset['legend'] ? heading(bag(fieldset['legend'])) : undefined,
    fieldset: o['fieldset'] ? { ...look(fieldset), describedBy: some(fieldset['describedBy']) } : undefined,
  }
}
const choice = (given: unknown): Choice | Divider | null => {
  if (!given) return null
  const o = bag(given)
  const divider = some(o['divider'])
  if (divider !== undefined) return { divider }
  return {
    value: value(o['value']) ?? '',
    text: words(o),
    id: some(o['id']),
    hint: partIf(o['hint']),
    checked: yesNo(o['checked']),
    disabled: yesNo(o['disabled']),
    conditional: words(bag(o['conditional'])),
    label: look(bag(o['label'])),
    attributes: look(o).attributes,
  }
}
const checkbox = (given: unknown) => {
  const one = choice(given)
  if (one === null || 'divider' in one) return one
  return { ...one, name: some(bag(given)['name']), exclusive: bag(given)['behaviour'] === 'exclusive' }
}

const datePart = (o: Options, values: Options, usual = o['name']): DatePart => {
  const name = text(o['name']) ?? ''
  const classes = some(o['classes'])
  return {
    name,
    label: some(o['label']),
    value: value(o['value']) ?? value(values[name]),
    id: some(o['id']),
    // The macro takes the width and the error from the class too; ours has props for them.
    width: classes?.includes('govuk-input--width-') ? undefined : usual === 'year' ? 4 : 2,
    wrong: classes?.includes('govuk-input--error') ? true : yesNo(o['error']),
    class: classes?.replace('govuk-input--error', '').trim(),
    inputMode: some(o['inputmode']) as DatePart['inputMode'],
    pattern: some(o['pattern']),
    autocomplete: some(o['autocomplete']),
    attributes: look(o).attributes,
  }
}
const dateParts = (o: Options): readonly DatePart[] => {
  const prefix = some(o['namePrefix'])
  const all = bag(o['values'])
  // Values go by the box's whole name; ours by day, month and year.
  const values =
    prefix === undefined
      ? all
      : Object.fromEntries(Object.entries(all).map(([k, v]) => [k.slice(prefix.length + 1), v]))
  if (Array.isArray(o['items']) && o['items'].length > 0)
    return bags(o['items']).map((item) => {
      const field = bag(o[String(item['name'])])
      return datePart({ ...item, value: item['value'] ?? field['value'] }, values)
    })
  return ['day', 'month', 'year'].flatMap((name) =>
    o[name] === false ? [] : [datePart({ name, ...bag(o[name]) }, values, name)],
  )
}
const standardDate = (o: Options) =>
  !['day', 'month', 'year', 'items', 'namePrefix'].some((name) => o[name] !== undefined)

const limit = (o: Options): CharacterCountProps['limit'] => {
  const maxWords = number(o['maxwords'])
  const maxLength = number(o['maxlength'])
  if (maxWords !== undefined) return { maxWords }
  return maxLength === undefined ? undefined : { maxLength }
}

const link = (o: Options): FooterLink => ({
  href: String(o['href']),
  text: words(o),
  attributes: look(o).attributes,
})
const pageLink = (given: unknown): PageLink | undefined =>
  given
    ? {
        href: String(bag(given)['href']),
        text: words(bag(given)),
        label: some(bag(given)['labelText']),
        attributes: look(bag(given)).attributes,
      }
    : undefined
const numbered = (o: Options): NumberedPage | '...' | null => {
  if (o['ellipsis']) return '...'
  if (o['number'] === undefined) return null
  return {
    number: value(o['number']) ?? '',
    href: String(o['href']),
    current: yesNo(o['current']),
    hiddenText: some(o['visuallyHiddenText']),
    attributes: look(o).attributes,
  }
}
const panelAction = (o: Options): PanelAction => {
  const common = { ...look(o), text: words(o) }
  const href = some(o['href'])
  return href === undefined
    ? { ...common, type: o['type'] === 'submit' ? 'submit' : 'button' }
    : { ...common, href, asButton: o['type'] === 'button' }
}
const navigationItem = (o: Options): NavigationItem => ({
  text: words(o),
  href: some(o['href']),
  current: o['current'] ? 'page' : o['active'] ? 'section' : undefined,
  attributes: look(o).attributes,
})
const slot = (given: unknown): Words => {
  const html = some(given) ?? some(bag(given)['html'])
  return html === undefined ? undefined : raw(html)
}
const summaryAction = (o: Options): SummaryAction => ({
  ...look(o),
  href: String(o['href']),
  text: words(o),
  hiddenText: some(o['visuallyHiddenText']),
})
const actions = (given: unknown) =>
  bag(given)['items'] === undefined
    ? undefined
    : { class: look(bag(given)).class, items: bags(bag(given)['items']).map(summaryAction) }
const cell = (o: Options): Cell => ({
  ...part(o),
  numeric: o['format'] === 'numeric',
  colspan: number(o['colspan']),
  rowspan: number(o['rowspan']),
})
const task = (o: Options): Task => {
  const status = bag(o['status'])
  return {
    title: part(bag(o['title'])),
    href: some(o['href']),
    hint: o['hint'] ? words(bag(o['hint'])) : undefined,
    status: status['tag']
      ? { tag: part(bag(status['tag'])), class: look(status).class }
      : { text: words(status), class: look(status).class },
    class: look(o).class,
  }
}

// GOV.UK's own footer always has the crown, the Crown's copyright and often its licence. Ours has room for a
// council's own in the same places, so that the structure is held all the same.
const CROWN = fixturesOf('footer')[0]?.html.match(/<svg[^>]*govuk-footer__crown[\s\S]*?<\/svg>/)?.[0] ?? ''
const OGL_LOGO =
  fixturesOf('footer')[0]?.html.match(/<svg[^>]*govuk-footer__licence-logo[\s\S]*?<\/svg>/)?.[0] ?? ''
const crownCopyright = (given: Options) => (
  <a
    class="govuk-footer__link govuk-footer__copyright-logo"
    href="https://www.nationalarchives.gov.uk/information-management/re-using-public-sector-information/uk-government-licensing-framework/crown-copyright/"
  >
    {words(given) ?? '© Crown copyright'}
  </a>
)
const footerSection = (o: Options): FooterSection => ({
  title: words(o, 'title'),
  items: bags(o['items']).map(link),
  width: some(o['width']) as FooterSection['width'],
  columns: number(o['columns']) as FooterSection['columns'],
})

const RENDER: { readonly [component: string]: (o: Options) => VNode } = {
  'back-link': (o) => (
    <BackLink {...look(o)} href={some(o['href']) ?? '#'}>
      {words(o) || undefined}
    </BackLink>
  ),
  breadcrumbs: (o) => (
    <Breadcrumbs
      {...look(o)}
      items={bags(o['items']).map((i) => ({
        text: words(i),
        href: some(i['href']),
        attributes: look(i).attributes,
      }))}
      label={some(o['labelText'])}
      collapseOnMobile={yesNo(o['collapseOnMobile'])}
    />
  ),
  button: (o) => {
    const common = { ...look(o), id: some(o['id']), start: yesNo(o['isStartButton']), children: words(o) }
    const href = some(o['href'])
    if (href !== undefined) return <ButtonLink {...common} href={href} />
    return (
      <Button
        {...common}
        type={some(o['type']) as 'button' | undefined}
        name={some(o['name'])}
        value={value(o['value'])}
        disabled={yesNo(o['disabled'])}
        preventDoubleClick={yesNo(o['preventDoubleClick'])}
      />
    )
  },
  'character-count': (o) => (
    <CharacterCount
      {...box(o)}
      value={text(o['value'])}
      rows={number(o['rows'])}
      limit={limit(o)}
      threshold={number(o['threshold'])}
      countType={some(o['countType']) as CharacterCountProps['countType']}
      description={some(o['textareaDescriptionText'])}
      messageClass={look(bag(o['countMessage'])).class}
    />
  ),
  checkboxes: (o) => (
    <Checkboxes
      {...choices(o)}
      items={Array.isArray(o['items']) ? o['items'].map(checkbox) : []}
      values={o['values'] as readonly string[] | undefined}
      describedBy={some(o['describedBy'])}
    />
  ),
  'date-input': (o) => {
    const { name: _, idPrefix: __, ...shared } = choices(o)
    const common = { ...shared, id: String(o['id']), namePrefix: some(o['namePrefix']) }
    return standardDate(o) ? (
      <DateInput {...common} values={o['values'] as Record<'day' | 'month' | 'year', number> | undefined} />
    ) : (
      <DateInput {...common} parts={dateParts(o)} />
    )
  },
  details: (o) => (
    <Details
      {...look(o)}
      id={some(o['id'])}
      open={yesNo(o['open'])}
      summary={words(o, 'summaryText', 'summaryHtml')}
    >
      {words(o)}
    </Details>
  ),
  'error-message': (o) => (
    <ErrorMessage {...look(o)} id={some(o['id'])} hiddenText={text(o['visuallyHiddenText'])}>
      {words(o)}
    </ErrorMessage>
  ),
  'error-summary': (o) => (
    <ErrorSummary
      {...look(o)}
      title={words(o, 'titleText', 'titleHtml')}
      errors={bags(o['errorList']).map((e) => ({
        text: words(e),
        href: some(e['href']),
        attributes: look(e).attributes,
      }))}
      disableAutoFocus={yesNo(o['disableAutoFocus'])}
    >
      {words(o, 'descriptionText', 'descriptionHtml')}
    </ErrorSummary>
  ),
  fieldset: (o) => (
    <Fieldset
      {...look(o)}
      legend={heading(bag(o['legend']))}
      role={some(o['role']) as 'group' | undefined}
      describedBy={some(o['describedBy'])}
    >
      {words(o)}
    </Fieldset>
  ),
  footer: (o) => {
    const meta = bag(o['meta'])
    const licence = words(bag(o['contentLicence'])) ?? (
      <>
        All content is available under the{' '}
        <a
          class="govuk-footer__link"
          href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
          rel="license"
        >
          Open Government Licence v3.0
        </a>
        , except where otherwise stated
      </>
    )
    return (
      <Footer
        {...look(o)}
        containerClass={some(o['containerClasses'])}
        mark={raw(CROWN)}
        sections={bags(o['navigation']).map(footerSection)}
        links={bags(meta['items']).map(link)}
        linksTitle={some(meta['visuallyHiddenTitle']) ?? (o['meta'] ? 'Support links' : undefined)}
        licence={o['contentLicence'] === null ? undefined : licence}
        licenceMark={raw(OGL_LOGO)}
        copyright={crownCopyright(bag(o['copyright']))}
      >
        {words(meta)}
      </Footer>
    )
  },
  'generic-header': (o) => (
    <GenericHeader
      {...look(o)}
      logo={words(o, 'logoText', 'logoHtml')}
      href={some(o['url'])}
      containerClass={some(o['containerClasses'])}
    />
  ),
  hint: (o) => (
    <Hint {...look(o)} id={some(o['id'])}>
      {words(o)}
    </Hint>
  ),
  input: (o) => (
    <Input
      {...box(o)}
      value={value(o['value'])}
      type={some(o['type']) as InputProps['type']}
      inputMode={some(o['inputmode']) as InputProps['inputMode']}
      autocapitalize={some(o['autocapitalize']) as InputProps['autocapitalize']}
      pattern={some(o['pattern'])}
      prefix={partIf(o['prefix'])}
      suffix={partIf(o['suffix'])}
      wrapper={look(bag(o['inputWrapper']))}
    />
  ),
  'inset-text': (o) => (
    <InsetText {...look(o)} id={some(o['id'])}>
      {words(o)}
    </InsetText>
  ),
  label: (o) => (
    <Label {...look(o)} for={some(o['for'])} isPageHeading={yesNo(o['isPageHeading'])}>
      {words(o)}
    </Label>
  ),
  'notification-banner': (o) => {
    const html = some(o['html'])
    return (
      <NotificationBanner
        {...look(o)}
        text={html === undefined ? text(o['text']) : undefined}
        success={o['type'] === 'success'}
        title={words(o, 'titleText', 'titleHtml') || undefined}
        titleId={some(o['titleId'])}
        titleHeadingLevel={level(o['titleHeadingLevel'])}
        role={some(o['role']) as NotificationBannerProps['role']}
        disableAutoFocus={yesNo(o['disableAutoFocus'])}
      >
        {html === undefined ? undefined : raw(html)}
      </NotificationBanner>
    )
  },
  pagination: (o) => (
    <Pagination
      {...look(o)}
      previous={pageLink(o['previous'])}
      next={pageLink(o['next'])}
      items={o['items'] === undefined ? undefined : bags(o['items']).map(numbered)}
      landmarkLabel={some(o['landmarkLabel'])}
    />
  ),
  panel: (o) => {
    const interruption = some(o['classes'])?.includes('govuk-panel--interruption') === true
    const panelActions = bag(o['actions'])
    return (
      <Panel
        class={some(some(o['classes'])?.replace('govuk-panel--interruption', '').trim())}
        attributes={look(o).attributes}
        title={words(o, 'titleText', 'titleHtml')}
        headingLevel={level(o['headingLevel'])}
        interruption={interruption}
        actions={
          o['actions']
            ? { ...look(panelActions), items: bags(panelActions['items']).map(panelAction) }
            : undefined
        }
      >
        {words(o)}
      </Panel>
    )
  },
  'phase-banner': (o) => (
    <PhaseBanner {...look(o)} tag={part(bag(o['tag']))}>
      {words(o)}
    </PhaseBanner>
  ),
  radios: (o) => (
    <Radios
      {...choices(o)}
      items={Array.isArray(o['items']) ? o['items'].map(choice) : []}
      value={value(o['value'])}
    />
  ),
  select: (o) => (
    <Select
      {...box(o)}
      options={bags(o['items']).map((i) => ({
        text: value(i['text']) ?? '',
        value: value(i['value']),
        selected: yesNo(i['selected']),
        disabled: yesNo(i['disabled']),
        attributes: look(i).attributes,
      }))}
      value={value(o['value'])}
    />
  ),
  'service-navigation': (o) => {
    const slots = bag(o['slots'])
    return (
      <ServiceNavigation
        {...look(o)}
        serviceName={some(o['serviceName'])}
        serviceHref={some(o['serviceUrl'])}
        items={bags(o['navigation']).map(navigationItem)}
        label={some(o['ariaLabel'])}
        navigationLabel={some(o['navigationLabel'])}
        navigationId={some(o['navigationId'])}
        navigationClass={some(o['navigationClasses'])}
        menuText={some(o['menuButtonText'])}
        menuLabel={some(o['menuButtonLabel'])}
        collapses={yesNo(o['collapseNavigationOnMobile'])}
        slots={{
          start: slot(slots['start']),
          end: slot(slots['end']),
          endInline: bag(slots['end'])['align'] === 'inline',
          navigationStart: slot(slots['navigationStart']),
          navigationEnd: slot(slots['navigationEnd']),
        }}
      />
    )
  },
  'skip-link': (o) => (
    <SkipLink {...look(o)} href={some(o['href']) ?? '#content'}>
      {words(o)}
    </SkipLink>
  ),
  'summary-list': (o) => {
    const card = bag(o['card'])
    return (
      <SummaryList
        {...look(o)}
        rows={bags(o['rows']).map((row) => ({
          key: part(bag(row['key'])),
          value: part(bag(row['value'])),
          class: look(row).class,
          actions: actions(row['actions']),
        }))}
        card={
          o['card']
            ? {
                ...look(card),
                title: partIf(card['title']),
                headingLevel: level(bag(card['title'])['headingLevel']),
                actions: actions(card['actions']),
              }
            : undefined
        }
      />
    )
  },
  table: (o) => (
    <Table
      {...look(o)}
      caption={some(o['caption'])}
      captionClass={some(o['captionClasses'])}
      head={o['head'] ? bags(o['head']).map(cell) : undefined}
      rows={(o['rows'] as readonly unknown[]).map((row) => (row ? bags(row).map(cell) : null))}
      firstCellIsHeader={yesNo(o['firstCellIsHeader'])}
    />
  ),
  tag: (o) => <Tag {...look(o)}>{words(o)}</Tag>,
  'task-list': (o) => (
    <TaskList
      {...look(o)}
      items={(o['items'] as readonly unknown[]).map((item) => (item ? task(bag(item)) : null))}
      idPrefix={some(o['idPrefix'])}
    />
  ),
  textarea: (o) => <Textarea {...box(o)} value={text(o['value'])} rows={number(o['rows'])} />,
  'warning-text': (o) => (
    <WarningText {...look(o)} hiddenText={some(o['iconFallbackText'])}>
      {words(o)}
    </WarningText>
  ),
}

/** Fixtures whose options we do not take, each with the reason. */
const NOT_TAKEN: { readonly [component: string]: { readonly [fixture: string]: string } } = {
  'character-count': {
    'with translations':
      'The counting script speaks English, as the pages do; another language needs more than this.',
  },
  select: {
    'with falsy values': 'The value of an option is text or a number: a form cannot send a yes or no.',
  },
}

// --- HTML, the same but for what nobody sees ---

const ENTITIES: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  copy: '©',
  ctdot: '⋯',
}
const decoded = (html: string): string =>
  html.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    return ENTITIES[name] ?? whole
  })

const INLINE = new Set(['a', 'b', 'em', 'i', 'strong', 'span', 'time'])
const VOID = new Set(['br', 'hr', 'img', 'input'])

const attributesOf = (source: string): string =>
  [...source.matchAll(/([^\s=/"]+)(?:="([^"]*)")?/g)]
    .map(([, name = '', given = '']) => {
      const plain = decoded(given).replace(/\s+/g, ' ').trim()
      return ` ${name.toLowerCase()}="${name === 'class' ? plain.split(' ').toSorted().join(' ') : plain}"`
    })
    .toSorted()
    .join('')

const TOKEN =
  /<!--[\s\S]*?-->|<textarea([^>]*)>([\s\S]*?)<\/textarea>|<(\/?)([a-z][a-z0-9]*)([^>]*?)(\/?)>|([^<]+)/gi

/**
 * White space goes where a browser drops it: at the edges of blocks, and all but one of a run. Between words and
 * inline tags it stays, before the tags. What stands in a textarea stays as it is.
 */
const normalised = (html: string): readonly string[] => {
  const out: string[] = []
  const blockLinks: boolean[] = []
  let space = false
  let line = false
  let inlineTags: string[] = []
  const flushTags = () => {
    out.push(...inlineTags)
    inlineTags = []
  }
  const block = (tag: string) => {
    flushTags()
    out.push(tag)
    space = false
    line = false
  }
  const word = (seen: string) => {
    const plain = decoded(seen).replace(/[ \t\r\n]+/g, ' ')
    if (plain.startsWith(' ')) space = true
    if (plain === ' ') return
    if (space && line) out.push(' ')
    flushTags()
    out.push(plain.trim())
    line = true
    space = plain.endsWith(' ')
  }
  for (const [
    whole,
    areaAttributes = '',
    area,
    close,
    tagName,
    attributes = '',
    ended,
    seen,
  ] of html.matchAll(TOKEN)) {
    if (whole.startsWith('<!--')) continue
    if (seen !== undefined) {
      word(seen)
      continue
    }
    if (area !== undefined) {
      block(`<textarea${attributesOf(areaAttributes)}>${decoded(area)}</textarea>`)
      continue
    }
    const name = tagName?.toLowerCase() ?? ''
    const tag = close === '/' ? `</${name}>` : `<${name}${attributesOf(attributes)}>`
    // A link that looks like a button is laid out as a block.
    if (name === 'a' && close === '') blockLinks.push(attributes.includes('govuk-button'))
    const blockLink = name === 'a' && (close === '' ? blockLinks.at(-1) : blockLinks.pop()) === true
    if (INLINE.has(name) && !blockLink) inlineTags.push(tag)
    else block(tag)
    if (ended === '/' && !VOID.has(name)) block(`</${name}>`)
  }
  flushTags()
  return out
}

describe('HTML compared as it is seen', () => {
  it('forgets white space at the edges of blocks, the order of attributes and how entities are written', () => {
    expect(normalised('<p class="a"  id="b">\n  it&#39;s <b>so</b>\n</p>')).toEqual(
      normalised('<p id="b" class="a">it\u0027s\n<b> so</b></p>'),
    )
  })
  it.each([
    ['a missing space between words', '<p><b>one</b> two</p>', '<p><b>one</b>two</p>'],
    ['another word', '<p>one</p>', '<p>two</p>'],
    ['another attribute', '<p id="a">x</p>', '<p id="b">x</p>'],
    ['a missing class', '<p class="a b">x</p>', '<p class="a">x</p>'],
    ['another element', '<p>x</p>', '<div>x</div>'],
    ['words outside their element', '<p><b>one</b>two</p>', '<p><b>onetwo</b></p>'],
    ['a line break in a textarea', '<textarea>\n\nx</textarea>', '<textarea>\nx</textarea>'],
  ])('sees %s', (_what, one, other) => {
    expect(normalised(one)).not.toEqual(normalised(other))
  })
})

// --- the tests ---

const COMPONENTS = Object.keys(RENDER)

const held = fixturesIn(COMPONENTS).filter(({ reason }) => reason === undefined)
const left = fixturesIn(COMPONENTS).filter(({ reason }) => reason !== undefined)

function fixturesIn(components: readonly string[]) {
  return components.flatMap((component) =>
    fixturesOf(component).map((fixture) => ({
      ...fixture,
      component,
      reason: NOT_TAKEN[component]?.[fixture.name],
    })),
  )
}

const ours = ({ component, options }: (typeof held)[number]) =>
  normalised(renderToString(RENDER[component]?.(options) ?? <></>))

it.each(held)('$component: $name', (fixture) => {
  expect(ours(fixture)).toEqual(normalised(fixture.html))
})

it.each(left)('$component: $name is not taken: $reason', (fixture) => {
  expect(ours(fixture)).not.toEqual(normalised(fixture.html))
})

it('covers nearly every fixture of the components that we have', () => {
  console.info(
    `${held.length} of ${held.length + left.length} fixtures of ${COMPONENTS.length} components are held.`,
  )
  expect(COMPONENTS).toHaveLength(30)
  expect(left).toHaveLength(Object.values(NOT_TAKEN).flatMap(Object.keys).length)
  expect(held.length / (held.length + left.length)).toBeGreaterThan(0.95)
})
