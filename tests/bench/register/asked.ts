import type { Sql } from 'postgres'

/** One kind of question, with addresses that are asked one after the other. */
export interface Asked {
  name: string
  /** Who asks; null: anybody. */
  as: 'delegate' | 'officer' | null
  paths: readonly string[]
}

const kinds = 40

/** What people ask of a register, of its past and of home, with addresses of what is there. */
export async function addressesIn(sql: Sql): Promise<Asked[]> {
  const named = await sql<{ id: string; issuer: string; key: string; term: string; day: string }[]>`
    SELECT id, issuer, key, substring(plain FROM 'term[0-9]+') AS term, in_force_from::text AS day
    FROM entries WHERE is_public AND edition = 1 ORDER BY md5(id::text) LIMIT ${kinds}`
  const amended = await sql<{ issuer: string; key: string; day: string }[]>`
    SELECT issuer, key, (in_force_from - 3)::text AS day
    FROM entries WHERE is_public AND edition = 2 ORDER BY md5(id::text) LIMIT ${kinds}`
  const states = [...new Set(named.map(({ issuer }) => issuer))]
  const anybody = (name: string, paths: string[]): Asked => ({ name, as: null, paths })
  return [
    anybody('register', ['/register']),
    anybody('register, further on', named.map(({ id }) => `/register?after=${id}`)), // prettier-ignore
    anybody('register by a rare word', named.map(({ term }) => `/register?q=${term}`)), // prettier-ignore
    anybody('register by a frequent word', ['/register?q=equipment', '/register?q=overlay', '/register?q=vacuum']), // prettier-ignore
    anybody('register by code', named.map(({ key }) => `/register?q=${key}`)), // prettier-ignore
    anybody('register of a state', states.map((state) => `/register?issuer=${state}`)), // prettier-ignore
    anybody('register of a state and category', states.map((state) => `/register?issuer=${state}&category=3`)), // prettier-ignore
    anybody('register, what has ended', ['/register?state=ended']),
    anybody('register, what is to come', ['/register?state=to-come']),
    anybody('register, what stands in the compilation', ['/register?compiled=yes']),
    anybody('register as of a day', named.map(({ day }) => `/register?on=${day}`)), // prettier-ignore
    anybody('register as JSON', named.map(({ issuer, term }) => `/register.json?issuer=${issuer}&q=${term}`)), // prettier-ignore
    anybody('entry', named.map(({ issuer, key }) => `/register/${issuer}/${key}`)), // prettier-ignore
    anybody('amended entry as of a day', amended.map(({ issuer, key, day }) => `/register/${issuer}/${key}?on=${day}`)), // prettier-ignore
    anybody('is it controlled on a day', amended.map(({ issuer, key, day }) => `/register/${issuer}/${key}/entry.json?on=${day}`)), // prettier-ignore
    anybody('public measures', ['/register/measures']),
    { name: 'home of a delegate', as: 'delegate', paths: ['/home'] },
    { name: 'home of an officer', as: 'officer', paths: ['/home'] },
    { name: 'Commission desk', as: 'officer', paths: ['/commission'] },
  ]
}
