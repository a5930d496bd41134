export const shell = {
  'shell.authentic':
    'Only the national gazettes and the Official Journal of the European Union are authentic. This portal records; it publishes nothing by itself.',
  'shell.demonstration':
    'Demonstration: the facts about national lists are real, the files and comments are invented.',
  'shell.leaving.leave': 'Leave the page',
  'shell.leaving.stay': 'Stay on this page',
  'shell.leaving.title': 'Leave without sending?',
  'shell.leaving.words':
    'What you typed on this page has not been sent or saved. If you leave, it is gone.',
  'shell.nav.article-10': 'Article 10',
  'shell.nav.commission': 'Commission desk',
  'shell.nav.files': 'Files',
  'shell.nav.help': 'Help',
  'shell.nav.home': 'Home',
  'shell.nav.people': 'People',
  'shell.nav.post': 'Post',
  'shell.nav.register': 'Register',
  'shell.nav.start': 'Start',
  'shell.navigation': 'Main',
  'shell.portal-line': 'Coordination of national export controls on dual-use items',
  'shell.portal-name': 'Concert',
  'shell.session.back': 'You are signed in again. Go on where you were.',
  'shell.session.change': 'See who is signed in, in another tab',
  'shell.session.ended':
    'Your session has ended. What is on this page stays here: sign in in another tab, then go on.',
  'shell.session.other':
    'Somebody else is signed in in this browser now. This page is still that of {name}; nothing is sent from it in another name.',
  'shell.session.sign-in': 'Sign in in another tab',
  'shell.sign-in': 'Sign in',
  'shell.sign-out': 'Sign out',
  'shell.skip': 'Go to the content',
  'shell.time': 'All times are those of Brussels.',
} as const
