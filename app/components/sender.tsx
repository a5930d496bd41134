import { useRouteLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { senderField } from './form-state.ts'
import { isRootData } from './root-data.ts'

/**
 * Says for whom the form was made, so that the server does it in nobody else's name. It stays the
 * same while the form is on the screen, whoever signs in in this browser meanwhile.
 */
export function SenderField() {
  const root = useRouteLoaderData('root')
  const [sender] = useState(isRootData(root) ? root.person?.id : undefined)
  return sender === undefined ? null : <input type="hidden" name={senderField} value={sender} />
}
