export const errors = {
  'errors.away.title': 'The portal is not available for a moment',
  'errors.away.words':
    'It is being restarted, or its database does not answer. Nothing that was called saved is lost. Try again in a minute.',
  'errors.conflict.title': 'Something changed in the meantime',
  'errors.conflict.words':
    'What you sent does not fit with what is recorded now, so nothing was recorded. Go back, look at the file as it is, and send it again.',
  'errors.incident': 'If you report this, name the incident {incident}.',
  'errors.kept-form.files':
    'A file that was sent with it is not kept: you will be asked for it again.',
  'errors.kept-form.title': 'This was not sent',
  'errors.kept.title': 'What you had typed',
  'errors.kept.words': 'It has not been sent. Copy it before you go on.',
  'errors.kept.words-sent':
    'It was sent, and it is not known here whether it was recorded. Copy it, and look before you send it again.',
  'errors.no-answer.title': 'No answer came',
  'errors.no-answer.try-again': 'Try again',
  'errors.no-answer.words':
    'The connection to the portal broke, or this browser is offline, so this page could not be fetched. Try again once you are connected.',
  'errors.not-allowed.title': 'Your role does not allow this',
  'errors.not-allowed.words':
    'You may see this, but this act belongs to others. If you should be able to do it, ask the administrator of your delegation.',
  'errors.not-published.title': 'Nothing published stands at this address',
  'errors.to-register': 'Go to the register',
  'errors.not-found.title': 'There is nothing here that you may see',
  'errors.not-found.words':
    'The address may be wrong, or what stands here was not put before your delegation. Both look the same from outside.',
  'errors.ours.title': 'Something went wrong here',
  'errors.ours.words':
    'The fault is ours and has been noted. Nothing was half recorded: an act is recorded as a whole or not at all. Try again.',
  'errors.request.title': 'This could not be understood',
  'errors.request.words': 'What was sent is not what this address expects. Go back and try again.',
  'errors.sign-in.title': 'Sign in to see this',
  'errors.title': 'Error',
  'errors.to-start': 'Go to the start page',
  'errors.too-large.title': 'This is too large',
  'errors.too-large.words': 'What was sent is larger than what is accepted. Nothing was recorded.',
  'errors.too-many.title': 'Too many attempts',
  'errors.wrong-host.title': 'This portal is not at this address',
  'errors.wrong-host.words':
    'The name in the address bar is not one under which this portal answers. Use the address that your administrator gave you.',
} as const
