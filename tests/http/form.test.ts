import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { formOf, readForm } from '#app/http/form.server.ts'

function posted(body: string | FormData): Request {
  const type = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const headers = typeof body === 'string' ? type : {}
  return new Request('http://localhost/files/new', { method: 'POST', headers, body })
}

const fields = (count: number) => Array.from({ length: count }, (_, n) => `f${n}=1`).join('&')

async function statusFor(body: string | FormData): Promise<number> {
  return formOf(posted(body)).then(
    () => 200,
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : 0),
  )
}

describe('a form', () => {
  it('may have as many fields as the largest of ours, in either encoding', async () => {
    expect(await statusFor(fields(5_000))).toBe(200)
    const form = new FormData()
    for (let n = 0; n < 4_000; n++) form.append('entries', `${n}`)
    expect(await statusFor(form)).toBe(200)
  })

  it('with more is refused before its fields are made (row 45)', async () => {
    expect(await statusFor(fields(200_000))).toBe(413)
    expect(await statusFor('&'.repeat(1_000_000))).toBe(413)
    const form = new FormData()
    for (let n = 0; n < 6_000; n++) form.append(`f${n}`, '')
    expect(await statusFor(form)).toBe(413)
  })

  it('keeps repeated fields where they may repeat, and the first where not', async () => {
    const schema = z.object({ title: z.string(), grounds: z.array(z.string()) })
    const body = 'title=one&title=two&grounds=a&grounds=b'
    const form = await readForm(posted(body), schema, ['grounds'])
    expect(form).toMatchObject({ ok: true, input: { title: 'one', grounds: ['a', 'b'] } })
    const none = await readForm(posted('title=one'), schema, ['grounds'])
    expect(none).toMatchObject({ ok: true, input: { grounds: [] } })
  })

  it('takes names that mean something to the language as names', async () => {
    const form = await readForm(posted('__proto__=x&constructor=y'), z.object({}), ['__proto__'])
    expect(form).toMatchObject({ ok: true })
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })
})
