import { CHANNELS, type Carrier, type Message, type Trouble } from './carrier.ts'

/** Telephone numbers that the regulator keeps free for stories, and that reach nobody. */
const NOBODYS_NUMBER = /^(?:\+44|0)7700900\d{3}$/

const troubleOf = ({ channel, address }: Message): Trouble | undefined => {
  switch (channel) {
    case 'email':
      return address.toLowerCase().endsWith('.invalid') ? 'address' : undefined
    case 'phone':
      return NOBODYS_NUMBER.test(address.replaceAll(/\s/g, '')) ? undefined : 'refused'
    case 'post':
      return undefined
  }
}

/**
 * The demonstration's: nothing leaves the machine. It takes every letter as the real one would and says that it arrived;
 * an email address that ends in `.invalid` comes back, so that this can be seen too. It sends no text message to a number
 * that could be somebody's.
 */
export const demoCarrier: Carrier = {
  carries: CHANNELS,
  carry: (message) => {
    const trouble = troubleOf(message)
    return Promise.resolve(
      trouble === undefined ? { kind: 'went', as: `demo-${message.id}` } : { kind: 'failed', trouble },
    )
  },
  find: () => Promise.resolve({ kind: 'not-there' }),
  ask: () => Promise.resolve({ kind: 'arrived' }),
}
