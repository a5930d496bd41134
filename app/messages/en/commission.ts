export const commission = {
  'commission.title': 'Commission desk',
  'commission.intro':
    'What states have notified or published, what is recorded about it, and what the Official Journal has of it. The Regulation sets no number of days; elapsed days are counted from notification to the Commission.',
  'commission.parts': 'Parts of the desk',
  'commission.languages': 'Languages',
  'commission.article-10': 'Article 10',
  'commission.article-10-intro':
    'What states told the Commission of requirements and refusals under Article 10. Refusals reach it always; requirements where the relying state found it appropriate.',
  'commission.open': 'Still open',
  'commission.open.acknowledgement': 'Not acknowledged',
  'commission.open.content': 'Content asked for',
  'commission.open.publication': 'Notified, not in the C series',
  'commission.open.compilation': 'Entries not in the compilation',
  'commission.state': 'State',
  'commission.measures': 'Measures',
  'commission.measures-intro': 'The one adopted last first.',
  'commission.none': 'No measure fits',
  'commission.measure': 'Measure',
  'commission.act': 'National act',
  'commission.notified': 'Notified',
  'commission.not-notified': 'notification not recorded',
  'commission.acknowledged-on': 'acknowledged on {date}',
  'commission.not-acknowledged': 'not acknowledged',
  'commission.published': 'C series, Article 9(4), first sentence',
  'commission.not-published': 'not recorded',
  'commission.in-compilation': 'Compilation, Article 9(4), second and third sentences',
  'commission.no-list': 'no list',
  'commission.entries-compiled':
    '{standing, plural, =0 {no entry stands any more} one {{compiled, number} of # entry} other {{compiled, number} of # entries}}',
  'commission.compiled-on': 'entered the compilation on {date}',
  'commission.since-notification': 'since notification',
  'commission.language': 'Language',

  'commission.compilations': 'Compilations',
  'commission.compilations-intro':
    'As they were recorded from the Official Journal, the newest first.',
  'commission.no-compilations': 'No compilation has been recorded.',
  'commission.oj-reference': 'Official Journal reference',
  'commission.oj-reference-hint':
    'As it is printed, or copied from EUR-Lex: OJ C, C/2023/441, 20.10.2023, the number alone, the ELI or the CELEX number. Where only the day is known: OJ C, 27.9.2024.',
  'commission.kind': 'Kind',
  'commission.kind.compilation': 'Compilation',
  'commission.kind.compilation-hint': 'All lists in force (Article 9(4), second sentence).',
  'commission.kind.update': 'Update of the compilation',
  'commission.kind.update-hint':
    'Published after a change was notified (Article 9(4), third sentence). Choose all entries that stand in it, unchanged ones too.',
  'commission.kind.corrigendum': 'Corrigendum',
  'commission.kind.corrigendum-hint':
    'Corrects one that was published; nothing was notified. Choose all entries that stand in it as corrected. The register counts it from its own day.',
  'commission.corrections': 'Corrections of this record',
  'commission.corrected-from':
    'until then {reference}, “{title}”{url, select, none {} other { ({url})}}. {reason}',
  'commission.correct': 'Correct where it stands',
  'commission.correction-hint':
    'What was recorded before stays, with this reason, for everybody who reads this page.',
  'commission.correct-dialog': 'Correct this record?',
  'commission.correct-consequences':
    'Number, day, title, link and remark become what you entered, here and in the register. Since when its entries stand in the compilation, and what rests on that under Article 10, follow the day. What it names stays as it was recorded.',
  'commission.correct-intro':
    'This is prepared from {reference}, which is to be corrected: its entries are chosen.',
  'commission.corrects': 'Corrects',
  'commission.corrects-hint':
    'For a corrigendum alone. The entries above become those of the one that you choose.',
  'commission.corrects-none': 'none',
  'commission.published-on': 'Published on',
  'commission.compilation-dialog': 'Record the compilation?',
  'commission.compilation-consequences':
    'What is ticked stands in the compilation from that day, for everybody, and nothing else does: the register and the basis of Article 10 follow it. All Member States are told. What was recorded is not changed; the next compilation supersedes it.',
  'commission.oj-title': 'Title',
  'commission.oj-url': 'Link to the Official Journal',
  'commission.note': 'Note',

  'commission.next': 'Next compilation',
  'commission.next-intro':
    'Compared with {reference}, the last one recorded. Offered is what was notified and is in force, and what stood in the last one and has not ended.',
  'commission.next-intro-first':
    'No compilation has been recorded yet. Offered is what was notified and is in force.',
  'commission.difference': 'Difference',
  'commission.difference-intro':
    'Entry by entry, by state and code. What is chosen stands in the compilation from its day on; what is not chosen leaves it.',
  'commission.difference-counts':
    '{new, number} new, {changed, number} changed, {removed, number} removed, {unchanged, number} unchanged',
  'commission.offered': 'Offered, and what the last compilation names',
  'commission.others': '{count, plural, one {# other entry} other {# other entries}}',
  'commission.others-caption': 'Not offered',
  'commission.others-hint':
    'If the Official Journal names one of them, choose it: what was published is recorded, with a warning.',
  'commission.stands-in-it': 'In it',
  'commission.choose-entry': '{code}, edition {edition, number}, stands in the compilation',
  'commission.change.unchanged': 'unchanged',
  'commission.change.new': 'new',
  'commission.change.changed': 'changed',
  'commission.change.removed': 'removed',
  'commission.change.not-offered': 'not offered',
  'commission.doubt.not-notified': 'notification not recorded',
  'commission.doubt.not-in-force': 'not recorded as in force',
  'commission.doubt.ended': 'ended',
  'commission.doubt.past-last-day': 'past its last day',
  'commission.nothing-to-compile': 'There is nothing to compile',
  'commission.nothing-to-compile-words':
    'No national control list has been notified or published yet.',
  'commission.record-published': 'Record what was published',
  'commission.nothing-published-here': 'This publishes nothing',
  'commission.nothing-published-here-words':
    'Only the Official Journal is authentic. Record its reference and date once it has appeared; from that day the entries count as published under Article 9(4).',
  'commission.record-compilation': 'Record the compilation',
} as const
