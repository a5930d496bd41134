export const form = {
  'form.choose-at-least-one': 'Choose at least one.',
  'form.choose-at-least-two': 'Choose at least two.',
  'form.choose-one': 'Choose one of the possibilities.',
  'form.date': 'Enter a date: day, month and year.',
  'form.day-and-not-established': 'Enter a date, or say that the day is not established: not both.',
  'form.day-or-not-established': 'Enter a date, or say that the day is not established.',
  'form.implausible-day':
    'This year can hardly be meant. Enter a day from 1 January 1950 up to 30 years from now.',
  'form.discard': 'Discard it',
  'form.discard-not': 'Go on writing',
  'form.discard-title': 'Discard what you have typed?',
  'form.mail-address': 'Enter a mail address, such as office@example.eu.',
  'form.not-established': 'The day is not established',
  'form.no-answer':
    'It is not known whether this was recorded: the connection to the portal broke, or this browser is offline. What you entered is still here. Look in another tab at what is recorded before you send it again.',
  'form.required': 'Fill this in.',
  'form.send-again': 'Send again',
  'form.stale': 'This form is out of date. Load the page again; what you typed is below.',
  'form.too-long': 'This is too long. Shorten it.',
} as const
