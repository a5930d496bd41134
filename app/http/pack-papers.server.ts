import type { LoaderFunctionArgs } from '@remix-run/node'
import { placeNames } from '#app/components/comments/place-name.ts'
import { packPaper } from '#app/paper/pack-paper.ts'
import { findNotificationPage } from '#app/queries/notification.server.ts'
import { requireActor } from './actor.server.ts'
import { paperDownload, paperMaking } from './paper.server.ts'
import { requireId, requireReference } from './reference.server.ts'
import { refusal } from './refusal.server.ts'

/** The pack as it was kept, for those to whom it went or who made it. */
export async function packAnswer(asked: LoaderFunctionArgs, format: 'docx' | 'pdf') {
  const { context, params, request } = asked
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const page = await findNotificationPage(context.deps, actor, reference, requireId(params))
  if (!page.ok) throw refusal(page)
  const making = await paperMaking(context)
  const { packSha256: sha256, preparedAt } = page.notification
  const { sectionName } = placeNames(making.words, 'final')
  const paper = packPaper(making.words, { pack: page.pack, sha256, preparedAt, sectionName })
  return paperDownload(making, paper, packName(params.reference ?? '', page.pack.article), format)
}

/** What a pack is called as a file, whatever it is made as. */
export function packName(reference: string, article: string): string {
  return `notification-${reference}-${article.replaceAll(/\W+/g, '-').replace(/-$/, '')}`
}
