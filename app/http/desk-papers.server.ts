import type { LoaderFunctionArgs } from '@remix-run/node'
import { compilationPaper } from '#app/paper/compilation-paper.ts'
import { findCompilationPage, findNextCompilationText } from '#app/queries/compilation.server.ts'
import { notePaper } from '#app/paper/note-paper.ts'
import { offeredIn } from '#app/measures/information-note.ts'
import { findNotePage, prepareNote } from '#app/queries/information-note.server.ts'
import { requireActor } from './actor.server.ts'
import { paperDownload, paperMaking } from './paper.server.ts'
import { requireId } from './reference.server.ts'
import { refusal } from './refusal.server.ts'

type Format = 'docx' | 'pdf'

/** For those who sign in: making a PDF takes a while, and strangers would make officers wait. */
export async function compilationAnswer(asked: LoaderFunctionArgs, format: Format) {
  const { context, params, request } = asked
  requireActor(context, request)
  const id = requireId(params)
  const page = await findCompilationPage(context.deps, id)
  if (!page.ok) throw refusal(page)
  const making = await paperMaking(context)
  const { kind, title } = page.compilation
  const about = { kind, title, published: page.compilation, previous: page.previous }
  const paper = compilationPaper(making.words, page, about, making.now)
  return paperDownload(making, paper, `compilation-${page.compilation.publishedOn}`, format)
}

export async function nextCompilationAnswer(asked: LoaderFunctionArgs, format: Format) {
  const { context, request } = asked
  const actor = requireActor(context, request)
  const next = await findNextCompilationText(context.deps, actor)
  if (!next.ok) throw refusal(next)
  const making = await paperMaking(context)
  const kind = next.previous ? 'update' : 'compilation'
  const title = making.words.t('compilation.title')
  const about = { kind, title, published: null, previous: next.previous } as const
  const paper = compilationPaper(making.words, next, about, making.now)
  return paperDownload(making, paper, 'compilation-prepared', format)
}

/** An information note as it was recorded. */
export async function noteAnswer(asked: LoaderFunctionArgs, format: Format) {
  const { context, params, request } = asked
  requireActor(context, request)
  const page = await findNotePage(context.deps, requireId(params))
  if (!page.ok) throw refusal(page)
  const making = await paperMaking(context)
  const noted = { ...page, title: page.note.title, published: page.note }
  const paper = notePaper(making.words, noted, making.now)
  return paperDownload(making, paper, `information-note-${page.note.publishedOn}`, format)
}

export async function nextNoteAnswer(asked: LoaderFunctionArgs, format: Format) {
  const { context, request } = asked
  const actor = requireActor(context, request)
  const next = await prepareNote(context.deps, actor)
  if (!next.ok) throw refusal(next)
  const making = await paperMaking(context)
  const { lines, changes } = offeredIn(next.rows)
  const title = making.words.t('note.title')
  const noted = { title, lines, changes, published: null, previous: next.last }
  const paper = notePaper(making.words, noted, making.now)
  return paperDownload(making, paper, 'information-note-prepared', format)
}
