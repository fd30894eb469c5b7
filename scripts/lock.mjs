/*
 * One at a time: a folder that holds one file named after the process that has it. A folder is moved into place
 * with its owner already in it, and taken over by renaming that file, so two can never both believe they have it.
 */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const PAUSE = 200

/** On Linux a process's number with when it began: numbers are used again, above all in containers. */
const beganAt = (pid) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const nameOf = (pid) => `pid-${pid}-${beganAt(pid)}`

const ownerOf = (name) => {
  const [, pid, began] = /^pid-(\d+)-(\d*)$/.exec(name) ?? []
  return pid === undefined ? undefined : { name, pid: Number(pid), began }
}

/** A process of the same number that began at another time is another process. */
const isStale = ({ pid, began }) => !isAlive(pid) || (began !== '' && beganAt(pid) !== began)

const listed = (folder) => {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (error.code === 'ENOENT') return []
    throw error
  }
}

/** True if it worked, false if another was quicker. */
const tried = (attempt, ...expected) => {
  try {
    attempt()
    return true
  } catch (error) {
    if (expected.includes(error.code)) return false
    throw error
  }
}

const putInPlace = (folder, me) => {
  mkdirSync(dirname(folder), { recursive: true })
  const prepared = mkdtempSync(`${folder}-`)
  writeFileSync(join(prepared, me), '')
  const done = tried(() => renameSync(prepared, folder), 'ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES', 'ENOTDIR')
  if (!done) rmSync(prepared, { recursive: true, force: true })
  return done
}

const takeOver = (folder, owner, me) =>
  tried(() => renameSync(join(folder, owner.name), join(folder, me)), 'ENOENT', 'EPERM', 'EACCES')

/** Runs `work` alone. `onWait` is told once, with the number of the process that is waited for. */
export const alone = async (folder, onWait, work) => {
  const me = nameOf(process.pid)
  let told = false
  for (;;) {
    const owner = listed(folder).map(ownerOf).find(Boolean)
    if (owner === undefined ? putInPlace(folder, me) : isStale(owner) && takeOver(folder, owner, me)) break
    if (owner !== undefined && !told && !isStale(owner)) {
      told = true
      onWait(owner.pid)
    }
    await wait(PAUSE)
  }
  try {
    return await work()
  } finally {
    rmSync(join(folder, me), { force: true })
    // Another may already have put its own in place of the empty folder.
    tried(() => rmdirSync(folder), 'ENOTEMPTY', 'EEXIST', 'ENOENT', 'EPERM', 'EACCES')
  }
}
