import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Body, Role } from '#app/measures/roles.ts'

/** What a delegation decides for itself; names and order are facts in the code. */
export const delegations = pgTable('delegations', {
  code: text('code').$type<DelegationCode>().primaryKey(),
  /** Whether its drafters may release comments without a representative. */
  draftersMayRelease: boolean('drafters_may_release').notNull().default(false),
  functionalMailbox: text('functional_mailbox'),
})

export const offices = pgTable(
  'offices',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    delegation: text('delegation')
      .$type<DelegationCode>()
      .notNull()
      .references(() => delegations.code),
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    nameEn: text('name_en').notNull(),
    /** Whether the name was verified at a source; the register says so where it was not. */
    isVerified: boolean('is_verified').notNull().default(false),
    position: integer('position').notNull().default(0),
  },
  (table) => [index('offices_delegation').on(table.delegation, table.position)],
)

/** A person is known by issuer and subject of their sign-in, never by an e-mail address. */
export const people = pgTable(
  'people',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    /** Shown to others, e.g. "Drafter, Netherlands". */
    name: text('name').notNull(),
    email: text('email'),
    delegation: text('delegation')
      .$type<DelegationCode>()
      .notNull()
      .references(() => delegations.code),
    officeId: uuid('office_id').references(() => offices.id),
    isActive: boolean('is_active').notNull().default(true),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('people_issuer_subject').on(table.issuer, table.subject),
    index('people_delegation').on(table.delegation),
  ],
)

/** A role for a period. A deputy is a representative from one day to another. */
export const roleGrants = pgTable(
  'role_grants',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    role: text('role').$type<Role>().notNull(),
    /** For a chair: the body. */
    body: text('body').$type<Body>(),
    validFrom: timestamp('valid_from', { withTimezone: true }).notNull().defaultNow(),
    validUntil: timestamp('valid_until', { withTimezone: true }),
    grantedBy: uuid('granted_by').references(() => people.id),
    endedAt: timestamp('ended_at', { withTimezone: true }),
  },
  (table) => [
    index('role_grants_person').on(table.personId),
    check(
      'role_grants_role',
      sql`${table.role} in ('reader','expert','drafter','representative','deputy','officer','chair','administrator')`,
    ),
  ],
)

export const sessions = pgTable(
  'sessions',
  {
    /** SHA-256 of the cookie's token: the table alone signs nobody in. */
    id: text('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    lastSeenAt: timestamp('last_seen_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    userAgent: text('user_agent'),
    /** When the identity provider last saw a second factor; null where it never said so. */
    secondFactorAt: timestamp('second_factor_at', { withTimezone: true }),
  },
  (table) => [index('sessions_person').on(table.personId)],
)

/** Binds the next person who signs in with it to a delegation, once. */
export const invitations = pgTable(
  'invitations',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    tokenHash: text('token_hash').notNull().unique(),
    delegation: text('delegation')
      .$type<DelegationCode>()
      .notNull()
      .references(() => delegations.code),
    officeId: uuid('office_id').references(() => offices.id),
    name: text('name').notNull(),
    roles: text('roles').array().$type<Role[]>().notNull(),
    createdBy: uuid('created_by').references(() => people.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }),
    usedBy: uuid('used_by').references(() => people.id),
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
  },
  (table) => [index('invitations_delegation').on(table.delegation, table.createdAt)],
)

/**
 * What we must remember while somebody is at the identity provider. Taken once: the row is deleted
 * by the answer that comes back, whatever it says.
 */
export const signInAttempts = pgTable(
  'sign_in_attempts',
  {
    /** SHA-256 of the cookie's token, which ties the answer to the browser that asked. */
    id: text('id').primaryKey(),
    state: text('state').notNull(),
    nonce: text('nonce').notNull(),
    codeVerifier: text('code_verifier').notNull(),
    returnTo: text('return_to').notNull(),
    invitationId: uuid('invitation_id').references(() => invitations.id),
    /** Who is signed in already and is asked to show again who they are. */
    confirms: uuid('confirms').references(() => people.id),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  },
  (table) => [index('sign_in_attempts_expiry').on(table.expiresAt)],
)
