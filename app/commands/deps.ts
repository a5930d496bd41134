import type { Database } from '#db/client.server.ts'

/** What commands and queries are given. There is no socket in it: the record is delivered from the database. */
export interface Deps {
  db: Database
}
