import path from 'node:path'
import { z } from 'zod'

const origin = z
  .string()
  .refine(isOrigin, 'must be an address without a path, like https://concert.example.eu')
  .refine(isSecureOrLocal, 'must begin with https:// unless it is this machine')

const variables = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).optional(),
  CONCERT_MODE: z.enum(['demo', 'production'], 'must be demo or production').optional(),
  PORT: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be from 1 to 65535')
    .max(65_535, 'must be from 1 to 65535')
    .default(3000),
  DATA_DIR: z.string().default('var'),
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, 'must be an address like postgres://user:password@host:5432/name')
    .optional(),
  PUBLIC_ORIGIN: origin.optional(),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'must be an address' })
    .refine(isSecureOrLocal, 'must begin with https:// unless it is this machine')
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_SECOND_FACTOR_ACR: z.string().max(300).optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address like smtps://user:password@host' })
    .optional(),
  MAIL_FROM: z.email('must be a mail address').optional(),
  DIGEST_TIME: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 07:30')
    .default('07:30'),
  RECORD_KEY_FILE: z.string().optional(),
  REGISTER_PUBLISHER: z.string().max(200, 'must be a name').optional(),
  REGISTER_LICENCE: z
    .url({ protocol: /^https?$/, error: 'must be the address of a licence' })
    .optional(),
  REGISTER_CONTACT: z
    .union(
      [z.email(), z.url({ protocol: /^https$/ })],
      'must be a mail address or an https address',
    )
    .optional(),
  LOG_LEVEL: z
    .enum(
      ['debug', 'info', 'warn', 'error', 'silent'],
      'must be debug, info, warn, error or silent',
    )
    .optional(),
})

export interface Settings {
  isDevelopment: boolean
  mode: 'demo' | 'production'
  port: number
  dataDir: string
  /** null: we run our own PostgreSQL in `dataDir`. */
  databaseUrl: string | null
  publicOrigin: string | null
  identityProvider: {
    issuer: string
    clientId: string
    clientSecret: string
    /** The class by which the provider says that it saw a second factor; null: by `mfa` among its methods. */
    secondFactorAcr: string | null
  } | null
  mail: { smtpUrl: string; from: string } | null
  /** When the digest of a day is made, in Brussels. */
  digestTime: string
  /** The private key that checkpoints of the record are signed with. */
  recordKeyFile: string
  logLevel: string
  /** What is said of the register where it is given away as data; null: nothing is known. */
  register: { publisher: string | null; licence: string | null; contact: string | null }
}

export type SettingsResult = { ok: true; settings: Settings } | { ok: false; problem: string }

/** Reads the environment, once. An empty variable counts as unset. Problems come on one line. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): SettingsResult {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = variables.safeParse(given)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
    return { ok: false, problem: problems.join('; ') }
  }
  const values = parsed.data
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, SMTP_URL, MAIL_FROM } = values
  const mode = values.CONCERT_MODE ?? (OIDC_ISSUER || values.PUBLIC_ORIGIN ? 'production' : 'demo')
  const missing = [
    ...togetherOrNone({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }),
    ...togetherOrNone({ SMTP_URL, MAIL_FROM }),
    ...(mode === 'production'
      ? required({ PUBLIC_ORIGIN: values.PUBLIC_ORIGIN, OIDC_ISSUER })
      : []),
  ]
  if (missing.length > 0)
    return {
      ok: false,
      problem: `${missing.join(', ')} must be set too (the mode is ${mode})`,
    }
  return {
    ok: true,
    settings: {
      isDevelopment: values.NODE_ENV === 'development',
      mode,
      port: values.PORT,
      dataDir: path.resolve(values.DATA_DIR),
      databaseUrl: values.DATABASE_URL ?? null,
      publicOrigin: values.PUBLIC_ORIGIN ?? null,
      identityProvider:
        OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET
          ? {
              issuer: OIDC_ISSUER,
              clientId: OIDC_CLIENT_ID,
              clientSecret: OIDC_CLIENT_SECRET,
              secondFactorAcr: values.OIDC_SECOND_FACTOR_ACR ?? null,
            }
          : null,
      mail: SMTP_URL && MAIL_FROM ? { smtpUrl: SMTP_URL, from: MAIL_FROM } : null,
      digestTime: values.DIGEST_TIME,
      recordKeyFile: path.resolve(
        values.RECORD_KEY_FILE ?? path.join(values.DATA_DIR, 'record-key.pem'),
      ),
      logLevel: values.LOG_LEVEL ?? (mode === 'demo' ? 'warn' : 'info'),
      register: {
        publisher: values.REGISTER_PUBLISHER ?? null,
        licence: values.REGISTER_LICENCE ?? null,
        contact: values.REGISTER_CONTACT ?? null,
      },
    },
  }
}

function required(values: Record<string, string | undefined>): string[] {
  return Object.keys(values).filter((name) => values[name] === undefined)
}

function togetherOrNone(values: Record<string, string | undefined>): string[] {
  const missing = required(values)
  return missing.length === Object.keys(values).length ? [] : missing
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text
}

function isSecureOrLocal(text: string): boolean {
  if (!URL.canParse(text)) return true
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)
}
