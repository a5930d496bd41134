export const signIn = {
  'sign-in.again': 'Back to signing in',
  'sign-in.demo.as': 'Sign in as {name}',
  'sign-in.demo.find': 'Find a delegation or a role',
  'sign-in.demo.found':
    '{count, plural, =0 {Nobody found} one {# person found} other {# people found}}',
  'sign-in.demo.intro':
    'This is a demonstration: choose whom you want to be. To see several people work together, open a private window, or another browser, for each.',
  'sign-in.demo.none': 'Nobody here is called that',
  'sign-in.demo.none-words':
    'Look for a state, its code, or a role such as “drafter” or “customs”.',
  'sign-in.demo.title': 'Sign in to the demonstration',
  'sign-in.intro':
    'You sign in with the account that your administration or institution gave you. Concert keeps no passwords.',
  'sign-in.invited':
    'No access yet? The administrator of your delegation can invite you. If you have an invitation, open its link.',
  'sign-in.not-signed-in': 'You were not signed in',
  'sign-in.session':
    'A session ends when you sign out, after two hours without activity, and after twelve hours at the latest.',
  'sign-in.title': 'Sign in',
  'sign-in.with-provider': 'Sign in with {provider}',
} as const
