import { useEffect, useState } from 'react'
import { framedSlice, sliceInFrame } from '#app/text/framed-slice.ts'
import type { Frame, Slice } from '#app/text/slice.ts'
import { DraftEditor, type OpenEditor } from './draft-editor.tsx'
import { localText } from './local-text.ts'
import type { FindCodes } from './references.ts'

interface SliceEditorProps {
  /** The field of the form that carries what is written, as JSON. */
  name: string
  slice: Slice
  frame: Frame
  /** What its first point is called where it stands; empty for what has no label. */
  label: string
  /** The language of the text (ISO 639-1). */
  language: string
  /** Told of what is written. */
  onWrite?: (slice: Slice) => void
}

/** Codes become references in the draft, where they have something to refer to. */
const findNoCodes: FindCodes = () => Promise.resolve([])

/** A part of a text in an editor of its own, with the schema and the keys of the drafting room. */
export function SliceEditor({ name, slice, frame, label, language, onWrite }: SliceEditorProps) {
  const [begun] = useState({ slice, label })
  const [live] = useState(() => localText(framedSlice(slice, frame, label)))
  const [json, setJson] = useState(() => JSON.stringify(slice))
  useEffect(() => () => live.destroy(), [live])
  const read = (editor: OpenEditor | null) => {
    if (!editor) return
    const written = sliceInFrame(editor.state.doc.toJSON(), begun.slice, begun.label)
    setJson(JSON.stringify(written))
    onWrite?.(written)
  }
  return (
    <div className="slice-editor">
      <input type="hidden" name={name} value={json} />
      <DraftEditor
        live={live}
        language={language}
        pointsAround={frame.depth}
        findCodes={findNoCodes}
        onEditor={read}
      >
        {null}
      </DraftEditor>
    </div>
  )
}
