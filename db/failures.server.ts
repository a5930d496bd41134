/** The driver's and the system's words for a server that is not reached, or no more. */
const awayCodes = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
])

/** Connection exceptions, too many connections, and a server that shuts down or is starting. */
const awayStates = /^(08...|53300|57P0[123])$/

/** Whether something failed because the database is away, and not because of what was asked of it. */
export function isDatabaseAway(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (!('code' in each) || typeof each.code !== 'string') continue
    const isMissingSocket =
      each.code === 'ENOENT' && 'syscall' in each && each.syscall === 'connect'
    if (isMissingSocket || awayCodes.has(each.code) || awayStates.test(each.code)) return true
  }
  return false
}
