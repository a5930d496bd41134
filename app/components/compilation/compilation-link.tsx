import { Link } from '@remix-run/react'
import { citation } from '#app/measures/oj-reference.ts'
import { compilationAddress } from '#app/open-data/addresses.ts'

interface CompilationLinkProps {
  compilation: { id: string; ojReference: string; publishedOn: string }
}

/** A recorded compilation by its citation. */
export function CompilationLink({ compilation }: CompilationLinkProps) {
  const { id, ojReference, publishedOn } = compilation
  return <Link to={compilationAddress(id)}>{citation(ojReference, publishedOn)}</Link>
}
