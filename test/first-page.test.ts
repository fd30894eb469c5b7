import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Service, theService } from './the-service.ts'

// What somebody reads first: whose move it is, what is still promised, and nothing that is not so for want of what they may
// not read.

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

const words = async (account: string, person: string, room = ''): Promise<string> => {
  const page = await (await service.as(account)).get(`/records/${service.recordOf(person)}${room}`)
  expect(page.status).toBe(200)
  return page.words
}

describe('whose move it is', () => {
  test.each(['tendai-gwatidzo', 'keith-bromwell'])('%s reads the same clocks', async (account) => {
    const said = await words(account, 'tendai-gwatidzo')
    expect(said).toContain('A plan is due by 24 November 2026. The council’s move.')
    expect(said).toContain('An answer to a disagreement is due by 10 December 2026. The council’s move.')
    expect(said).toContain('by 10 December 2026: Answer about the weekends')
  })

  test('what is said twice in the same words is counted', async () => {
    expect(await words('maeve-orourke-dsouza', 'maeve-orourke-dsouza')).toContain(
      '2 times: An answer to an idea was due by 19 October 2026.',
    )
  })

  test('a hold that nobody was told of says so', async () => {
    const said = await words('patrick-mulvaney', 'patrick-mulvaney')
    expect(said).toContain('The plan is on hold since 12 August 2026')
    expect(said).toContain('No end was given. You were not told.')
  })

  test('nothing is owed where everything is done', async () => {
    expect(await words('sunita-vallory', 'sunita-vallory')).not.toContain('whose move it is')
  })
})

test('a carer who may not read the decision is not told that there is none', async () => {
  expect(await words('rudo-gwatidzo', 'tendai-gwatidzo')).not.toContain('Eligibility is being decided')
  expect(await words('keith-bromwell', 'tendai-gwatidzo')).toContain('The plan is being written.')
  expect(await words('karan-vallory', 'sunita-vallory')).toContain(
    'There is a plan, and it is being carried out.',
  )
})

test('whoever acts for somebody is not told that the conversation is theirs', async () => {
  const home = await (await service.as('philippa-jarrett')).get('/')
  expect(home.words).toContain('The conversation is under way.')
  expect(home.words).not.toContain('Your conversation')
})

describe('the plan says what became of it', () => {
  test('what the person pays of the council’s lines', async () => {
    expect(await words('sunita-vallory', 'sunita-vallory', '/plan')).toContain(
      'you pay £38.40 a week, and the council the other £466.00.',
    )
  })

  // £246.30 less the buddy's £54.30.
  test('a line that has ended', async () => {
    const said = await words('kumaran', 'kumaran', '/plan')
    expect(said).toContain('Ended on 20 March 2026')
    expect(said).toContain('What is left of the plan comes to £192.00 a week')
  })

  test('a need that was found after it', async () => {
    expect(await words('zofia-wisniewska', 'zofia-wisniewska', '/plan')).toContain(
      'It was found after this version was made. The next version has to meet it.',
    )
  })
})
