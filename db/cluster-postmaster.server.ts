import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What `postmaster.pid` says; PostgreSQL writes it line by line and fills it as it comes up. */
export interface Postmaster {
  pid: number
  port: number
  /** Empty where the server listens on loopback only. */
  socketFolder: string
  status: 'starting' | 'ready' | 'stopping' | 'standby' | ''
}

const statuses = ['starting', 'ready', 'stopping', 'standby'] as const

export function readPostmaster(folder: string): Postmaster | null {
  const file = path.join(folder, 'data', 'postmaster.pid')
  let lines
  try {
    lines = readFileSync(file, 'utf8').split('\n')
  } catch {
    return null
  }
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return null
  return {
    pid,
    port: Number(lines[3]),
    socketFolder: lines[4] ?? '',
    status: statuses.find((status) => status === lines[7]?.trim()) ?? '',
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A number that was a database's before a restart may be anybody's now. Where we cannot see: yes. */
export function isPostgres(pid: number): boolean {
  if (!existsSync('/proc/self/cmdline')) return true
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return false
  }
}
