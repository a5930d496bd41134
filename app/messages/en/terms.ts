export const terms = {
  'terms.audience.all': 'All Member States and the Commission',
  'terms.audience.named': 'Named delegations',
  'terms.audience.owner': 'The owner of the file only',
  'terms.audience.owner-commission': 'The owner of the file and the Commission',

  'terms.comment-type.control-parameter': 'Control parameter',
  'terms.comment-type.definition': 'Definition',
  'terms.comment-type.editorial': 'Editorial',
  'terms.comment-type.effect-on-operators': 'Effect on operators',
  'terms.comment-type.legal-basis': 'Legal basis',
  'terms.comment-type.scope': 'Scope',

  'terms.ground.human-rights': 'Human rights considerations',
  'terms.ground.public-security': 'Public security, including the prevention of acts of terrorism',

  'terms.intention.considers-article-10': 'Considers Article 10',
  'terms.intention.no-known-producer': 'No known producer or exporter here',
  'terms.intention.no-plans': 'Does not plan a control',
  'terms.intention.plans-same-control': 'Plans the same control',
  'terms.intention.same-control-exists': 'The same control exists',

  'terms.kind.amendment': 'Amendment',
  'terms.kind.authorisation-requirement': 'Authorisation requirement outside a list',
  'terms.kind.national-control-list': 'National control list',
  'terms.kind.other-notified-measure': 'Other notified measure',
  'terms.kind.prohibition': 'Prohibition outside a list',
  'terms.kind.repeal': 'Repeal',

  'terms.marking.limited-distribution': 'Limited distribution',
  'terms.marking.none': 'No marking',
  'terms.marking.regime-confidential': 'Confidential in a regime',

  'terms.outcome.answered': 'Answered',
  'terms.outcome.not': 'Not taken up',
  'terms.outcome.partly': 'Partly taken up',
  'terms.outcome.taken-up': 'Taken up',

  'terms.stage.adopted': 'Adopted',
  'terms.stage.considering': 'Being considered',
  'terms.stage.drafting': 'Being drafted',
  'terms.stage.shared': 'Shared for comments',
  'terms.stage.withdrawn': 'Withdrawn',

  'terms.stance.comments': 'Comments',
  'terms.stance.concern': 'Concern',
  'terms.stance.no-comments': 'No comments',
  'terms.stance.question': 'Question',
  'terms.stance.supports': 'Supports',

  'terms.version-kind.draft': 'Draft shared for comments',
  'terms.version-kind.final': 'Final text',
  'terms.version-kind.notice': 'Early notice',
} as const
