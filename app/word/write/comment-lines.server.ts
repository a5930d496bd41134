import { Paragraph, type ICommentOptions } from 'docx'
import { printOf } from '../comment-prints.ts'
import { addedStyle } from '../package.ts'

/** A comment of Word as it is written, its words line by line. */
export interface WrittenComment {
  readonly options: Omit<ICommentOptions, 'children'>
  /** The id of the comment, reply or note that it is. */
  readonly of: string
  readonly lines: readonly CommentLine[]
}

export interface CommentLine {
  readonly text: string
  /** The portal's words, such as the type of a comment. */
  readonly isAdded: boolean
}

export function saidLines(text: string): CommentLine[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ text: line, isAdded: false }))
}

export function addedLine(text: string): CommentLine {
  return { text, isAdded: true }
}

export function commentOptions({ lines, options }: WrittenComment): ICommentOptions {
  const children = lines.map(
    ({ text, isAdded }) => new Paragraph({ style: isAdded ? addedStyle : 'ConcertComment', text }),
  )
  return { ...options, children }
}

/** By which the lines are known again as they were written. */
export function printsOf(comments: readonly WrittenComment[]): string[] {
  return comments.flatMap(({ of, lines }) => lines.map(({ text }) => printOf(of, text)))
}
