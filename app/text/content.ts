/** The JSON of a text, or of a part of it, as ProseMirror writes it. */
export interface ContentNode {
  readonly type: string
  readonly attrs?: Readonly<Record<string, ContentAttribute>>
  readonly content?: readonly ContentNode[]
  readonly text?: string
  readonly marks?: readonly ContentMark[]
}

export interface ContentMark {
  readonly type: string
  readonly attrs?: Readonly<Record<string, ContentAttribute>>
}

export type ContentAttribute = string | boolean | null

/** A whole text that `checkContent` has passed. */
export interface Content extends ContentNode {
  readonly type: 'doc'
}
