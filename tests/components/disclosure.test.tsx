import { createElement } from 'react'
import { expect, test } from 'vitest'
import { DisclosedForm } from '#app/components/comments/disclosure.tsx'
import { type DiscussionAct, discussionInputs } from '#app/measures/comment-inputs.ts'

const words = { label: 'Reply inside', save: 'Send inside', hidden: { comment: 'c' }, children: '' }

/** The acts whose form is refused where nothing but the key is missing, as the server reads it. */
const keyed = (Object.keys(discussionInputs) as DiscussionAct[]).filter((act) => {
  const read = discussionInputs[act].safeParse({})
  return read.error?.issues.some(({ path }) => path[0] === 'key')
})

test('a form whose act is refused without a key cannot be made without one', () => {
  expect(keyed).toEqual(['write', 'merge', 'reply-inside', 'reply', 'take-up', 'take-up-several'])
  // The types refuse them; the check of types is the test.
  // @ts-expect-error
  createElement(DisclosedForm, { act: 'write', ...words })
  // @ts-expect-error
  createElement(DisclosedForm, { act: 'merge', ...words })
  // @ts-expect-error
  createElement(DisclosedForm, { act: 'reply-inside', ...words })
  // @ts-expect-error
  createElement(DisclosedForm, { act: 'reply', ...words })
  // @ts-expect-error
  createElement(DisclosedForm, { act: 'take-up', ...words })
  // @ts-expect-error
  createElement(DisclosedForm, { act: 'take-up-several', ...words })
  createElement(DisclosedForm, { act: 'recall', ...words })
})
