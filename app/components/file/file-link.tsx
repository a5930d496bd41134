import { Link } from '@remix-run/react'
import { referenceInAddress } from '#app/measures/measure.ts'

/** A reference that leads to the file, or to a room of it. */
export function FileLink({ reference, room = '' }: { reference: string; room?: string }) {
  return (
    <Link to={`/files/${referenceInAddress(reference)}${room}`} className="reference">
      {reference}
    </Link>
  )
}
