import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Assets } from './assets.ts'
import { BackLink } from './back-link.tsx'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { Button, ButtonGroup, ButtonLink } from './button.tsx'
import { CharacterCount } from './character-count.tsx'
import { Checkboxes } from './checkboxes.tsx'
import { DateInput } from './date-input.tsx'
import { Details } from './details.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Input } from './input.tsx'
import { InsetText } from './inset-text.tsx'
import { Page, renderPage } from './layout.tsx'
import { NotificationBanner } from './notification-banner.tsx'
import { Pagination } from './pagination.tsx'
import { Panel } from './panel.tsx'
import { PhaseBanner } from './phase-banner.tsx'
import { Ladder } from './pictures/ladder.tsx'
import { RangeBar } from './pictures/range-bar.tsx'
import { StackedBar } from './pictures/stacked-bar.tsx'
import { Radios } from './radios.tsx'
import { Select } from './select.tsx'
import { SummaryList } from './summary-list.tsx'
import { Table } from './table.tsx'
import { Tag } from './tag.tsx'
import { TaskList } from './task-list.tsx'
import { Textarea } from './textarea.tsx'
import { WarningText } from './warning-text.tsx'

/*
 * Everything on one page. Set GALLERY to a file's path to have the page written there, and open it beside dist/assets.
 */

const assets: Assets = {
  styles: 'assets/roundtable.css',
  script: 'assets/roundtable.js',
  fonts: ['assets/fonts/atkinson-hyperlegible-next-latin-400-normal.woff2'],
  icon: 'assets/icon.svg',
}

const ROOMS = [
  'Conversation',
  'Eligibility',
  'Money',
  'Options',
  'Plan',
  'Support',
  'Outcomes',
  'Challenge',
  'Who looked',
]

const Voices = () => (
  <div class="rt-voices">
    <article class="rt-voice rt-voice--person" aria-labelledby="voice-1">
      <h2 class="rt-voice__name" id="voice-1">
        You
      </h2>
      <p class="rt-voice__how">28 March, in your own words</p>
      <blockquote class="rt-voice__words">
        One arm does nothing. I am showered. I would like to do my top half myself.
      </blockquote>
      <Ladder now={1} hoped={2} />
      <ul class="rt-voice__levels">
        <li>
          <strong>Now:</strong> I do part of this; someone helps me with the rest
        </li>
        <li>
          <strong>Hope:</strong> someone nearby, prompting
        </li>
      </ul>
      <p class="govuk-body-s">8 times a week, 45 minutes</p>
    </article>
    <article class="rt-voice rt-voice--professional" aria-labelledby="voice-2">
      <h2 class="rt-voice__name" id="voice-2">
        Keith Bromwell
      </h2>
      <p class="rt-voice__how">Social worker, 28 March, saw it himself</p>
      <blockquote class="rt-voice__words">
        Safe on the shower chair with one helper. With a long-handled sponge she could wash her upper body.
      </blockquote>
      <Ladder now={1} hoped={2} possible={3} />
      <ul class="rt-voice__levels">
        <li>
          <strong>Now:</strong> part of this
        </li>
        <li>
          <strong>Thinks possible:</strong> with equipment or more time
        </li>
      </ul>
      <div class="rt-disputed">
        <p class="govuk-body">
          <strong class="rt-disputed__mark">Disputed</strong> Karan says that this is wrong: <q>She slips.</q>
        </p>
      </div>
    </article>
    <article class="rt-voice rt-voice--close" aria-labelledby="voice-3">
      <h2 class="rt-voice__name" id="voice-3">
        Karan Vallory
      </h2>
      <p class="rt-voice__how">Brother, cares for you, by phone 2 April, typed by Keith, read back</p>
      <blockquote class="rt-voice__words">
        I do Sundays. I can’t lift her any more and I won’t be able to after June.
      </blockquote>
      <p class="govuk-body-s">
        <strong>Willing:</strong> yes, Sundays until June
      </p>
    </article>
  </div>
)

const Money = () => (
  <>
    <div class="rt-disputed">
      <h2 class="rt-disputed__title">One fact behind this sum is disputed</h2>
      <p class="govuk-body">
        You say that you go to your mother’s <strong>every other</strong> weekend, not every weekend. Until it
        is settled both sums are shown.
      </p>
    </div>
    <p class="rt-sum">
      <strong class="rt-sum__figure">£412.60</strong> a week, indicative
      <span class="rt-sum__if">
        if you are right: <strong>£468.20</strong>
      </span>
    </p>
    <RangeBar
      id="range"
      title="Where £412.60 stands"
      low={{ value: 35_000, shown: '£350' }}
      high={{ value: 52_000, shown: '£520' }}
      rangeLabel="What the agreed plan cost for 8 in 10 people with needs like these"
      marks={[
        { value: 41_260, shown: '£412.60', label: 'Indicative, a week' },
        { value: 46_820, shown: '£468.20', label: 'If you are right' },
      ]}
    />
    <RangeBar
      id="narrow-range"
      title="A narrow range at the end"
      showTitle
      low={{ value: 48_000, shown: '£480' }}
      high={{ value: 52_000, shown: '£520' }}
      rangeLabel="For 8 in 10 people"
      marks={[{ value: 2_000, shown: '£20.00', label: 'Indicative' }]}
      withoutKey
    />
    <StackedBar
      id="sources"
      title="Where it comes from"
      showTitle
      parts={[
        { label: 'Washing', value: 12_369, shown: '£123.69', href: '#washing' },
        { label: 'Dressing', value: 6_180, shown: '£61.80', href: '#dressing' },
        { label: 'Meals', value: 9_275, shown: '£92.75' },
        { label: 'Getting out', value: 8_246, shown: '£82.46' },
        { label: 'Night', value: 5_190, shown: '£51.90' },
        { label: 'Being with the people who matter to you', value: 3_000, shown: '£30.00' },
        { label: 'Nothing yet', value: 0, shown: '£0.00' },
      ]}
    />
    <StackedBar
      id="told"
      title="Who pays"
      showTitle
      withoutKey
      parts={[
        { label: 'The council', value: 300, shown: '£300' },
        { label: 'You', value: 112.6, shown: '£112.60' },
      ]}
    />
    <Table
      stacks
      caption="Lines"
      captionClass="govuk-table__caption--m"
      firstCellIsHeader
      head={['For', 'Hours', 'Karan helps', 'Price', { text: 'A week', numeric: true }]}
      rows={[
        ['Washing and keeping clean', '6 h', '− 45 min', '£23.56', { text: '£123.69', numeric: true }],
        [
          'Being with the people who matter to you',
          '2 h',
          'none',
          '£23.56',
          { text: <strong class="rt-disputed__mark">Disputed</strong>, numeric: true },
        ],
      ]}
    />
    <ul class="rt-lines">
      <li class="rt-line" id="washing">
        <h3 class="rt-line__name">
          Washing and keeping clean <span class="rt-line__sum">£123.69</span>
        </h3>
        <p class="rt-line__marks"></p>
        <ul class="rt-line__hours">
          <li>Help needed: 6 hours a week</li>
          <li>Karan gives: 45 minutes a week</li>
        </ul>
        <Details summary="How this was worked out" open>
          <ol class="rt-reasons">
            <li class="rt-reasons__step">
              <span class="rt-reasons__says">8 times a week × 45 minutes × 1 helper = 6 hours</span>
              <ul class="rt-reasons__said">
                <li>
                  You, 28 March 2026: <q class="rt-quote">One arm does nothing.</q>
                </li>
              </ul>
              <span class="rt-reasons__from">Model: Northmoor 2026-27 version 3 · Rule: Care Act s26</span>
            </li>
            <li class="rt-reasons__step">
              <span class="rt-reasons__says">5.25 hours × £23.56 an hour for home care = £123.69</span>
            </li>
          </ol>
        </Details>
      </li>
      <li class="rt-line rt-disputed" id="dressing">
        <h3 class="rt-line__name">
          Being with the people who matter to you <span class="rt-line__sum">£1,061.80</span>
        </h3>
        <p class="rt-line__marks">
          <strong class="rt-disputed__mark">
            <Tag class="govuk-tag--orange">Rests on something disputed</Tag>
          </strong>
        </p>
      </li>
    </ul>
    <ul class="rt-both">
      <li>
        <strong>£412.60</strong> a week with what is disputed left out
      </li>
      <li>
        <strong>£468.20</strong> a week if what is in the record stands
      </li>
    </ul>
    <div class="rt-two">
      <section>
        <h2 class="govuk-heading-m">What the facts give</h2>
        <p class="govuk-body rt-verdict">The recorded facts meet the rules.</p>
        <ol class="rt-conditions">
          <li class="rt-condition rt-condition--yes">
            <h3 class="govuk-heading-s">
              An illness or impairment <Tag class="govuk-tag--green">Met</Tag>
            </h3>
          </li>
        </ol>
      </section>
      <section>
        <h2 class="govuk-heading-m">What the council decided</h2>
        <p class="govuk-body">Nothing yet.</p>
      </section>
    </div>
  </>
)

const Cards = () => (
  <div class="rt-cards">
    <article class="rt-card">
      <Tag class="govuk-tag--grey">Keeps what you can do</Tag>
      <h3 class="rt-card__title">Support worker from an agency</h3>
      <p class="rt-sum">
        <strong class="rt-sum__figure rt-sum__figure--s">£70.68</strong> a week
      </p>
      <Button class="govuk-button--secondary">Choose</Button>
    </article>
    <article class="rt-card rt-card--chosen">
      <Tag class="govuk-tag--green">Builds what you can do</Tag>
      <h3 class="rt-card__title">Swim buddy for 8 weeks, then alone</h3>
      <p class="rt-sum">
        <strong class="rt-sum__figure rt-sum__figure--s">£37.76</strong> a week
      </p>
      <p class="govuk-body">
        <del class="rt-struck">
          <span class="govuk-visually-hidden">Struck out: </span>2 nights
        </del>{' '}
        none. <span class="rt-missing">No reason given</span>
      </p>
    </article>
    <article class="rt-card">
      <Tag class="govuk-tag--grey">Your own idea</Tag>
      <h3 class="rt-card__title">Gym membership instead of day centre</h3>
      <div class="rt-notice">
        <p class="govuk-body">
          The council owes you an answer with a reason: <strong>day 6 of 20</strong> working days.
        </p>
      </div>
      <div class="rt-notice rt-notice--missing">No reason is written down for the cut.</div>
    </article>
  </div>
)

const History = () => (
  <ol class="moj-timeline rt-timeline">
    {['You said how washing is', 'Keith struck out what he wrote'].map((title, index) => (
      <li class={index === 1 ? 'moj-timeline__item rt-timeline__item--struck' : 'moj-timeline__item'}>
        <div class="moj-timeline__header">
          <h3 class="moj-timeline__title">{title}</h3> <p class="moj-timeline__byline">by Sunita Vallory</p>
        </div>
        <p class="moj-timeline__date">
          <time datetime="2026-03-28">28 March 2026</time>
        </p>
        <div class="moj-timeline__description">
          On the ladder: I do part of this; someone helps me with the rest.
        </div>
      </li>
    ))}
  </ol>
)

const Questions = () => (
  <form method="post" action="#">
    <Radios
      name="level"
      legend={{ text: 'How do you manage with washing?', class: 'govuk-fieldset__legend--m' }}
      hint="On a day like most days"
      error="Say how you manage with washing"
      value={1}
      items={[
        { value: 4, text: 'I do this on my own' },
        { value: 3, text: 'I do this with equipment, technology or more time', hint: 'A rail counts' },
        {
          value: 1,
          text: 'I do part of this; someone helps me with the rest',
          conditional: (
            <Input
              name="times"
              label="How many times a week?"
              class="govuk-input--width-2"
              inputMode="numeric"
            />
          ),
        },
        { divider: 'or' },
        { value: 'unsure', text: 'I am not sure' },
      ]}
    />
    <Checkboxes
      name="wellbeing"
      legend="What does this change for you?"
      values={['dignity']}
      items={[
        { value: 'dignity', text: 'Being treated with respect' },
        { value: 'control', text: 'Deciding about my day' },
        { divider: 'or' },
        { value: 'none', text: 'None of these', exclusive: true },
      ]}
    />
    <DateInput
      id="since"
      namePrefix="since"
      legend="Since when?"
      hint="For example, 27 3 2026"
      values={{ day: '41', month: '3', year: '2026' }}
      wrong={['day']}
      error="Day must be between 1 and 31"
    />
    <Input
      name="price"
      label="Price an hour, in pounds"
      prefix="£"
      suffix="an hour"
      class="govuk-input--width-5"
      inputMode="decimal"
    />
    <Select
      name="who"
      label="Who said this?"
      value="karan"
      options={[
        { text: 'You', value: 'you' },
        { text: 'Karan', value: 'karan' },
      ]}
    />
    <Textarea name="words" label="In your own words" value={'"Quoted" <b>& kept</b>'} />
    <CharacterCount name="short" label="In one sentence" limit={{ maxLength: 200 }} />
    <ButtonGroup>
      <Button>Yes, still right</Button>
      <ButtonLink href="#changed" class="govuk-button--secondary">
        Something has changed
      </ButtonLink>
      <a class="govuk-link" href="#wrong">
        Something here is wrong
      </a>
    </ButtonGroup>
  </form>
)

const Rest = () => (
  <>
    <NotificationBanner success text="Your answer is kept" />
    <NotificationBanner titleId="banner-2">
      <p class="govuk-body">Keith looked at your record on 3 April.</p>
    </NotificationBanner>
    <Panel title="You have agreed to your plan" headingLevel={2}>
      Version 3, 12 May 2026
    </Panel>
    <InsetText>You and Keith see different things as possible.</InsetText>
    <WarningText>This version gives less than the one you agreed to.</WarningText>
    <Details summary="What the law says">Section 26 of the Care Act.</Details>
    <SummaryList
      card={{ title: 'Home care, mornings', headingLevel: 3 }}
      rows={[
        {
          key: 'Hours a week',
          value: '14 hours',
          actions: { items: [{ href: '#hours', text: 'Change', hiddenText: 'hours a week' }] },
        },
        { key: 'Provider', value: 'Brightwater Care' },
      ]}
    />
    <TaskList
      items={[
        { title: 'Washing', href: '#w', status: { text: 'Talked about' } },
        {
          title: 'Meals',
          href: '#m',
          hint: 'Nobody has spoken of it',
          status: { tag: { text: 'Not yet', class: 'govuk-tag--blue' } },
        },
      ]}
    />
    <Pagination previous={{ href: '#1', label: 'Washing' }} next={{ href: '#3', label: 'Meals' }} />
    <Pagination
      items={[
        { number: 1, href: '#1' },
        { number: 2, href: '#2', current: true },
        '...',
        { number: 9, href: '#9' },
      ]}
      landmarkLabel="Pages"
    />
  </>
)

const Gallery = () => (
  <Page
    title="Everything"
    hasErrors
    council="Northmoor Council"
    signedIn={{
      name: 'Sunita Vallory',
      signOut: { action: '/sign-out', token: { name: '_csrf', value: 'a-token' } },
    }}
    place={{ text: 'Your care record', href: '#record' }}
    navigation={ROOMS.map((text) => ({
      text,
      href: `#${text.toLowerCase()}`,
      current: text === 'Money' ? 'page' : undefined,
    }))}
    before={
      <>
        <PhaseBanner tag="Demonstration">Nobody here is real.</PhaseBanner>
        <Breadcrumbs items={[{ text: 'Your record', href: '#' }, { text: 'Money' }]} />
        <BackLink href="#all">All topics</BackLink>
      </>
    }
    footer={[
      { href: '/accessibility', text: 'Accessibility' },
      { href: '/privacy', text: 'Privacy' },
      { href: '/how-the-money-is-worked-out', text: 'How the money is worked out' },
    ]}
    assets={assets}
    nonce="a-nonce"
  >
    <ErrorSummary errors={[{ text: 'Say how you manage with washing', href: '#level' }]} disableAutoFocus />
    <span class="govuk-caption-l">Conversation, topic 2 of 10</span>
    <h1 class="govuk-heading-l">Washing and keeping clean</h1>
    <Voices />
    <Money />
    <h2 class="govuk-heading-m">Ways to meet this need</h2>
    <Cards />
    <h2 class="govuk-heading-m">What happened</h2>
    <History />
    <Questions />
    <Rest />
  </Page>
)

describe('a page with everything on it', () => {
  const html = renderPage(<Gallery />)
  const file = process.env['GALLERY']
  if (file !== undefined) writeFileSync(file, html)

  it('begins as a page does and says in its title what went wrong, what it is and whose it is', () => {
    expect(html).toMatch(
      /^<!DOCTYPE html><html lang="en" class="govuk-template"><head><meta charset="utf-8"\/>/,
    )
    expect(html).toContain('<title>Error: Everything – Roundtable – Northmoor Council</title>')
  })

  it('holds nothing that a strict content security policy refuses', () => {
    expect(html).not.toMatch(/\sstyle=/)
    expect(html).not.toMatch(/\son[a-z]+=/)
    expect(html).not.toContain('<style')
    expect(html).not.toContain('javascript:')
    for (const [script] of html.matchAll(/<script[^>]*>/g)) expect(script).toContain('nonce="a-nonce"')
  })

  it('has one inline script, which HTML leaves as it is', () => {
    const inline = [...html.matchAll(/<script nonce="a-nonce">([^<]+)<\/script>/g)].map(([, code]) => code)
    expect(inline).toEqual([
      "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '')",
    ])
  })

  it('gives every id once, and names no id that is not there', () => {
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const named = [
      ...html.matchAll(
        /\s(?:for|aria-labelledby|aria-describedby|aria-controls|data-aria-controls)="([^"]*)"/g,
      ),
    ]
      .flatMap(([, list = '']) => list.split(' '))
      .concat([...html.matchAll(/url\(#([^)]+)\)/g)].map(([, id = '']) => id))
    expect(named.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('signs out by a form that carries its token', () => {
    expect(html).toContain(
      '<form action="/sign-out" method="post"><input type="hidden" name="_csrf" value="a-token"/><button class="rt-header__sign-out" type="submit">Sign out</button></form>',
    )
  })

  it('escapes whatever people write', () => {
    expect(html).toContain('&quot;Quoted&quot; &lt;b>&amp; kept&lt;/b></textarea>')
  })

  it('has neither crown nor GOV.UK logo', () => {
    expect(html).not.toMatch(/crown|logotype|GOV\.UK/i)
  })
})
