export const invitations = {
  'invitations.accept': 'Accept and sign in',
  'invitations.accept-with': 'Accept: sign in with {provider}',
  'invitations.intro':
    'By accepting you are bound to this delegation by the account with which you sign in. What you do here is recorded in your name and for your delegation.',
  'invitations.name': 'Shown to others as',
  'invitations.once':
    'The invitation can be used once. If it was not meant for you, do not accept it, and tell whoever sent it.',
  'invitations.signed-in-as':
    'You are signed in as {name} at the moment. That session ends when you accept.',
  'invitations.title': 'Invitation',
} as const
