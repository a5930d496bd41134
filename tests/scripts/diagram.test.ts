import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { transitions } from '#app/measures/transitions.ts'
import { diagram, withDiagram } from '../../scripts/diagram.ts'

describe('the state diagram', () => {
  it('in ARCHITECTURE.md is what the table of transitions gives', () => {
    const text = readFileSync('ARCHITECTURE.md', 'utf8')
    expect(withDiagram(text)).toBe(text)
  })

  it('shows every transition from every stage in which it is possible', () => {
    const drawn = diagram()
    const times = transitions.map(({ command, row, nature }) => [
      command,
      drawn.split(`${command} (${row}, ${nature})`).length - 1,
    ])
    expect(times).toEqual(transitions.map(({ command, from }) => [command, from.length]))
  })
})
