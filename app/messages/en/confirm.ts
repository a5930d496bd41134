/** Showing again, with a second factor, that it is oneself. */
export const confirm = {
  'confirm.back': 'Back to where you were',
  'confirm.beside': 'Show a second factor, in another tab',
  'confirm.do': 'Show a second factor',
  'confirm.intro':
    'You go to your identity provider, sign in again with a second factor, and come back to where you were.',
  'confirm.needed': 'Adoption asks for a second factor',
  'confirm.needed-words':
    'Show it before you record the adoption. It counts for ten minutes, so that a stolen session cannot adopt.',
  'confirm.not-confirmed': 'That it is you was not confirmed',
  'confirm.title': 'Show that it is you',
  'confirm.until': 'You have shown a second factor: until {time} you can record the adoption.',
} as const
