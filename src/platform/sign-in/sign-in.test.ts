import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDemoIssuer } from '../demo-issuer/mount.ts'
import type { DemoPeople } from '../demo-issuer/people.ts'
import { aPerson, aWeb, aWorker } from '../web/a-web.ts'
import type { Account, IssuerName } from '../web/account.ts'
import { aBrowser } from './a-browser.ts'
import { createSignIn } from './sign-in.ts'

const people: DemoPeople = {
  public: [
    { heading: 'People', people: [{ subject: 'amina', name: 'Amina Yusuf', says: 'Lives with MS.' }] },
  ],
  staff: [
    { heading: 'Social workers', people: [{ subject: 'tom', name: 'Tom Reed', says: 'Works with Amina.' }] },
  ],
}
const accounts: Readonly<Record<string, Account>> = { 'public amina': aPerson, 'staff tom': aWorker }

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, 'localhost', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

describe('x', () => {
  it('logs in', async () => {
    const port = await freePort()
    const url = new URL(`http://localhost:${port}`)
    const demo = createDemoIssuer(people, url)
    const signIn = createSignIn({
      issuers: demo.issuers,
      fetchFor: demo.fetchFor,
      isDemo: true,
      accountOf: async (i: IssuerName, s: string) => accounts[`${i} ${s}`],
    })
    const web = await aWeb({ env: { PORT: String(port), LOG_LEVEL: 'info' }, parts: [signIn, demo.part] })
    await web.app.listen({ port, host: 'localhost' })
    const browser = aBrowser(url)
    const choose = await browser.go('/sign-in/public?from=/words')
    console.log(choose.status, choose.way, choose.body)
    const inn = await browser.go(choose.url, { subject: 'amina' })
    console.log(inn.status, inn.way, inn.body, browser.jar)
    await web.app.close()
  })
})
