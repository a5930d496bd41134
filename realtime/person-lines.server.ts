import type { LiveSocket } from './live-socket.server.ts'

const mostOfPerson = 24

type Line = LiveSocket['conn']

/**
 * The lines that each person has open to this node, in whatever session: so many and no more, so that
 * nobody becomes many by opening sockets. Counted when a line is let in and not when its socket is
 * there, so that those who come at the same moment count each other.
 */
export class PersonLines {
  private readonly lines = new Map<string, Set<Line>>()
  private readonly people = new Map<Line, string>()
  private readonly closed: (this: Line) => void

  constructor() {
    const forget = (line: Line) => this.forget(line)
    this.closed = function () {
      forget(this)
    }
  }

  /** Counts the line as this person's until it closes; false when they have too many, or it has closed. */
  take(personId: string, line: Line): boolean {
    const theirs = this.lines.get(personId) ?? new Set()
    if (theirs.has(line)) return true
    if (theirs.size >= mostOfPerson || line.readyState !== 'open') return false
    theirs.add(line)
    this.lines.set(personId, theirs)
    this.people.set(line, personId)
    line.on('close', this.closed)
    return true
  }

  private forget(line: Line) {
    const personId = this.people.get(line) ?? ''
    this.people.delete(line)
    const theirs = this.lines.get(personId)
    theirs?.delete(line)
    if (theirs?.size === 0) this.lines.delete(personId)
  }
}
