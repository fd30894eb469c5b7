import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** What the running server wrote about itself in its data folder (`postmaster.pid`). */
export type Holder = {
  readonly pid: number
  /** seconds since 1970 when it started */
  readonly since: number
  readonly port: number
  readonly socketFolder: string
  /** whether it takes connections yet */
  readonly ready: boolean
}

export const holderFile = (cluster: string): string => join(cluster, 'postmaster.pid')

/** Who says to hold the folder; undefined where nobody does. */
export function readHolder(cluster: string, file = holderFile(cluster)): Holder | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  const [pid = '', , since = '', port = '', socket = '', , , status = ''] = text.split('\n')
  const number = Number(pid.trim())
  if (!Number.isSafeInteger(number) || number <= 0) return undefined
  return {
    pid: number,
    since: Number(since) || 0,
    port: Number(port) || 5432,
    socketFolder: socket.trim(),
    ready: status.trim() === 'ready',
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isDeadButNotBuried(pid)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A process whose parent has not asked how it ended keeps its number, and does nothing any more. */
function isDeadButNotBuried(pid: number): boolean {
  try {
    return /^[ZX]$/.test(statOf(`/proc/${pid}`)[0] ?? '')
  } catch {
    return false
  }
}

/** What the system says of a process, from its state on: its name, which comes before, may hold spaces and brackets. */
function statOf(proc: string): readonly string[] {
  const stat = readFileSync(`${proc}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/**
 * Whether the process that the file names is gone. A live process is never taken for gone, with one exception that can
 * be proved: where the system shows what it runs, and that it is not a server on this folder and began after the file
 * was written. Its number is then a used one that was given out again, as happens in containers.
 */
export function isGone(holder: Holder, cluster: string): boolean {
  if (!isAlive(holder.pid)) return true
  const proc = `/proc/${holder.pid}`
  if (!existsSync(`${proc}/cmdline`)) return false
  try {
    const words = readFileSync(`${proc}/cmdline`, 'utf8').split('\0')
    const isServerHere = basename(words[0] ?? '').startsWith('postgres') && words.includes(cluster)
    return words[0] !== '' && !isServerHere && startedAt(proc) > holder.since + 1
  } catch {
    return false
  }
}

/** Seconds since 1970, from the ticks since the machine started. */
function startedAt(proc: string): number {
  const ticks = Number(statOf(proc)[19])
  const boot = Number(/^btime (\d+)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1])
  const perSecond = 100
  return Number.isFinite(ticks) && Number.isFinite(boot) ? boot + ticks / perSecond : 0
}
