import { describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { navigationFor } from '#app/components/navigation.ts'

const person = (some: Partial<Actor>): Actor => ({
  personId: '0',
  name: 'Drafter, Netherlands',
  delegation: 'NL',
  officeId: null,
  roles: ['drafter'],
  chairOf: [],
  draftersMayRelease: false,
  ...some,
})

const places = (actor: Actor | null) => navigationFor(actor).map(({ to }) => to)

describe('the navigation', () => {
  it('leads the public to what is public', () => {
    expect(places(null)).toEqual(['/', '/register', '/help'])
  })

  it('leads a state to Article 10 and not to the desk of the Commission', () => {
    expect(places(person({}))).toEqual([
      '/home',
      '/files',
      '/article-10',
      '/post',
      '/register',
      '/help',
    ])
  })

  it('leads an officer of the Commission to its desk and not to Article 10', () => {
    const officer = places(person({ delegation: 'COM', roles: ['officer'] }))
    expect(officer).toContain('/commission')
    expect(officer).not.toContain('/article-10')
  })

  it('leads to people only those who manage them', () => {
    expect(places(person({ roles: ['administrator'] }))).toContain('/people')
    expect(places(person({ roles: ['representative'] }))).not.toContain('/people')
  })
})
