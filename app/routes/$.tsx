/** Every other address: a route of ours, so that the answer keeps the shell of who asks. */
export function loader(): never {
  throw new Response(null, { status: 404 })
}

export function action(): never {
  throw new Response(null, { status: 404 })
}

export default function Nowhere() {
  return null
}
