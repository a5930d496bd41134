export const common = {
  'common.date-time': '{date}, {time}',
  'common.elapsed.adopted': '{days, plural, one {# day} other {# days}} since adoption',
  'common.elapsed.early-notice': '{days, plural, one {# day} other {# days}} since early notice',
  'common.elapsed.gazetted':
    '{days, plural, one {# day} other {# days}} since publication in the gazette',
  'common.elapsed.in-force': '{days, plural, one {# day} other {# days}} since entry into force',
  'common.elapsed.notified': '{days, plural, one {# day} other {# days}} since notification',
  'common.elapsed.released': '{days, plural, one {# day} other {# days}} since release',
  'common.elapsed.shared': '{days, plural, one {# day} other {# days}} since sharing',
} as const
