import * as openid from 'openid-client'
import type { IdentityProvider, ProviderRefusal } from '#app/commands/identity-provider.ts'
import { refuse } from '#app/measures/refusals.ts'

/**
 * Sign-in by OpenID Connect: authorization code with PKCE, state and nonce. The provider is asked
 * about itself when somebody first signs in, so that the portal starts while it is away, and again
 * every hour. The signature of the ID token is always checked, though it came over TLS. Only the
 * issuer and the subject are taken from it; no e-mail address, which may be given to somebody else
 * one day. Whoever has to show who they are anew is asked for a second factor too; the provider says that it
 * saw one by the class that was agreed with it (`acr`), or else by `mfa` among its methods (RFC 8176).
 */

interface Options {
  issuer: string
  clientId: string
  clientSecret: string
  /** The authentication context class that stands for a second factor; null: `amr` tells. */
  secondFactorAcr: string | null
  /** Our own origin. */
  origin: string
}

export const callbackPath = '/auth/callback'

const knownForMs = 3_600_000
const timeoutSeconds = 10
const clockToleranceSeconds = 30
/** How long ago somebody may have signed in there who was asked to do it anew. */
const freshSeconds = 120

export function openIdProvider(options: Options): IdentityProvider {
  const issuer = new URL(options.issuer)
  const redirectUri = options.origin + callbackPath
  let known: { configuration: Promise<openid.Configuration>; since: number } | null = null

  function configuration(): Promise<openid.Configuration> {
    if (known && performance.now() - known.since < knownForMs) return known.configuration
    const asked = discover(issuer, options)
    known = { configuration: asked, since: performance.now() }
    // A failure is not remembered: the next one who signs in asks again.
    asked.catch(() => (known = null))
    return asked
  }

  return {
    name: issuer.host,

    async begin({ isAnew }) {
      const challenge = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        codeVerifier: openid.randomPKCECodeVerifier(),
      }
      try {
        const url = openid.buildAuthorizationUrl(await configuration(), {
          redirect_uri: redirectUri,
          scope: 'openid',
          state: challenge.state,
          nonce: challenge.nonce,
          code_challenge: await openid.calculatePKCECodeChallenge(challenge.codeVerifier),
          code_challenge_method: 'S256',
          ...(isAnew ? anew(options.secondFactorAcr) : {}),
        })
        return { ok: true, url: url.href, challenge }
      } catch (cause) {
        return { ...refuse('provider-unreachable'), cause }
      }
    },

    async finish({ searchParams }, { state, nonce, codeVerifier, isAnew }) {
      const cameBackTo = new URL(redirectUri)
      cameBackTo.search = searchParams.toString()
      try {
        const provider = await configuration()
        const tokens = await openid.authorizationCodeGrant(provider, cameBackTo, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
          // Else a provider that ignores what it was asked would pass.
          ...(isAnew ? { maxAge: freshSeconds } : {}),
        })
        const claims = tokens.claims()
        // Some providers publish a pattern as their issuer; a person is bound to one issuer.
        if (!claims || claims.iss !== provider.serverMetadata().issuer)
          return refuse('sign-in-refused')
        const identity = { issuer: claims.iss, subject: claims.sub }
        return { ok: true, identity, secondFactorAt: secondFactorAt(claims, options) }
      } catch (cause) {
        return refusalOf(cause)
      }
    },
  }
}

function anew(acr: string | null): Record<string, string> {
  return { prompt: 'login', max_age: '0', ...(acr ? { acr_values: acr } : {}) }
}

function secondFactorAt(
  { acr, amr, auth_time }: openid.IDToken,
  { secondFactorAcr }: Options,
): Date | null {
  const wasSeen = secondFactorAcr
    ? acr === secondFactorAcr
    : Array.isArray(amr) && amr.includes('mfa')
  return wasSeen && typeof auth_time === 'number' ? new Date(auth_time * 1_000) : null
}

async function discover(
  issuer: URL,
  { clientId, clientSecret }: Options,
): Promise<openid.Configuration> {
  const configuration = await openid.discovery(
    issuer,
    clientId,
    { client_secret: clientSecret, [openid.clockTolerance]: clockToleranceSeconds },
    authenticate(clientSecret),
    {
      timeout: timeoutSeconds,
      execute: isLoopback(issuer) ? [openid.allowInsecureRequests] : [],
    },
  )
  openid.enableNonRepudiationChecks(configuration)
  return configuration
}

/** By Basic, as is usual, unless the provider says that it takes the secret in the form only. */
function authenticate(secret: string): openid.ClientAuth {
  const [basic, post] = [openid.ClientSecretBasic(secret), openid.ClientSecretPost(secret)]
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const isPost =
      !methods.includes('client_secret_basic') && methods.includes('client_secret_post')
    ;(isPost ? post : basic)(server, client, body, headers)
  }
}

/** Whether the provider was away, or answered what may not be believed. */
function refusalOf(cause: unknown): ProviderRefusal {
  const code = cause instanceof openid.ClientError ? cause.code : undefined
  const isAway =
    code === 'OAUTH_TIMEOUT' ||
    code === 'OAUTH_ABORT' ||
    (cause instanceof TypeError && cause.message === 'fetch failed')
  return { ...refuse(isAway ? 'provider-unreachable' : 'sign-in-refused'), cause }
}

/** Plain http is for a provider on this machine: tests, and trying things out. */
export function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
