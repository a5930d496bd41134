import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Provider } from 'oidc-provider'

export interface Claims {
  iss: string
  aud: string
  sub: string
  nonce?: string
  [name: string]: unknown
}

/** Makes another ID token of the one that the provider issued. */
export type Forgery = (token: { header: Record<string, unknown>; claims: Claims }) => string

/**
 * A real OpenID provider on this machine. It signs in `subject` without asking, and can be made to
 * answer with a forged ID token, as somebody on the way or a provider gone bad would.
 */
export interface TestProvider {
  issuer: string
  client: { id: string; secret: string }
  /** Who is at the browser. */
  subject: string
  /** How they show who they are (RFC 8176), and the class that this is of. */
  methods: string[]
  acr: string | undefined
  forge: Forgery | null
  /** Answers its own key's signature over these. */
  sign(header: Record<string, unknown>, claims: Claims, key?: KeyObject): string
  signWithSecret(header: Record<string, unknown>, claims: Claims): string
  stop(): Promise<void>
  /** Goes on at the same address. */
  start(): Promise<void>
}

const client = { id: 'concert', secret: 'a secret that only the two know' }

export const strangersKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

export async function startProvider(port: number, redirectUri: string): Promise<TestProvider> {
  const issuer = `http://127.0.0.1:${port}`
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider = makeProvider(issuer, redirectUri, keys.privateKey)
  const answer = provider.callback()

  const self: TestProvider = {
    issuer,
    client,
    subject: 'somebody',
    methods: ['pwd'],
    acr: undefined,
    forge: null,
    sign: (header, claims, key = keys.privateKey) => {
      const body = `${encode(header)}.${encode(claims)}`
      return `${body}.${createSign('RSA-SHA256').update(body).sign(key, 'base64url')}`
    },
    signWithSecret: (header, claims) => {
      const body = `${encode(header)}.${encode(claims)}`
      return `${body}.${createHmac('sha256', client.secret).update(body).digest('base64url')}`
    },
    start: async () => {
      server = createServer((request, response) => void handle(request, response))
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
    },
    stop: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const { pathname } = new URL(request.url ?? '/', issuer)
    if (pathname.startsWith('/interaction/'))
      return provider.interactionFinished(request, response, {
        login: { accountId: self.subject, amr: self.methods, acr: self.acr },
      })
    if (pathname === '/token' && self.forge) forgeAnswer(response, self.forge)
    return answer(request, response)
  }

  let server = createServer()
  await self.start()
  return self
}

function makeProvider(issuer: string, redirectUri: string, key: KeyObject): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'one' }] },
    cookies: { keys: ['of the test'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    claims: { openid: ['sub', 'acr', 'amr', 'auth_time'] },
    acrValues: ['urn:example:two-factors'],
    findAccount: (_ctx, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    // Nobody is asked whether Concert may know who they are.
    async loadExistingGrant({ oidc }) {
      const { Grant } = provider(oidc)
      const grant = new Grant({ clientId: client.id, accountId: oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
    ttl: { Grant: 600, Session: 600, Interaction: 600, AccessToken: 600, IdToken: 600 },
  })
}

const provider = (oidc: { provider: Provider }) => oidc.provider

function forgeAnswer(response: ServerResponse, forge: Forgery) {
  const end = response.end.bind(response)
  response.end = ((chunk?: unknown) => {
    const answer = JSON.parse(String(chunk)) as { id_token?: string }
    if (!answer.id_token) return end(chunk)
    const [header = '', claims = ''] = answer.id_token.split('.')
    const forged = JSON.stringify({
      ...answer,
      id_token: forge({ header: decode(header), claims: decode(claims) as Claims }),
    })
    response.setHeader('Content-Length', Buffer.byteLength(forged))
    return end(forged)
  }) as typeof response.end
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function decode(part: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>
}

export { encode }
