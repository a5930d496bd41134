/** Imports point one way: text, measures ← access ← db ← commands, queries ← routes, realtime ← server.ts. */
const layer = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to },
})

export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    layer(
      'core-is-pure',
      '^app/(text|measures)/',
      '^(app/(?!text/|measures/)|db/|realtime/)',
      'text and measures know nothing of the rest',
    ),
    layer(
      'word-is-pure',
      '^app/word/(?!.*\\.server\\.ts$)',
      '^(app/(?!text/|word/|xml/)|db/|realtime/)',
      'what reads Word documents knows the text only',
    ),
    layer('xml-is-alone', '^app/xml/', '^(app/(?!xml/)|db/|realtime/)', 'XML knows nothing of us'),
    layer(
      'proof-is-alone',
      '^app/proof/',
      '^(app/(?!proof/|text/canonical\\.ts$)|db/|realtime/)',
      'what is signed can be verified without the portal',
    ),
    layer(
      'open-data-is-pure',
      '^app/open-data/',
      '^(app/(?!text/|measures/|messages/|xml/|open-data/)|db/|realtime/)',
      'what the register gives away is said by the core alone',
    ),
    layer(
      'akn-is-pure',
      '^app/akn/',
      '^(app/(?!text/|measures/|messages/|xml/|open-data/|akn/)|db/|realtime/)',
      'what writes Akoma Ntoso knows the core, words and addresses only',
    ),
    layer(
      'access-is-pure',
      '^app/access/',
      '^(app/(?!text/|measures/|access/)|db/|realtime/)',
      'the policy knows the core only',
    ),
    layer(
      'db-below-commands',
      '^db/',
      '^(app/(commands|queries|routes|http|components)|realtime)/',
      'repositories know the core only',
    ),
    layer(
      'commands-touch-no-socket',
      '^app/(commands|queries)/',
      '^(app/(routes|components)|realtime)/',
      'commands write the record; the relay delivers',
    ),
    layer(
      'routes-do-not-query',
      '^app/(routes|components)/',
      '^db/',
      'a route calls a command or a query',
    ),
    {
      name: 'nothing-imports-a-route',
      severity: 'error',
      from: { path: '^(app|db|realtime)/', pathNot: '^app/routes(/|\\.ts$)' },
      to: { path: '^app/routes/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'browser-sees-protocol-and-client-only',
      severity: 'error',
      from: { path: '^app/(routes|components)/' },
      to: { path: '^realtime/(?!protocol\\.ts|client)' },
    },
    layer(
      'client-is-independent',
      '^scripts/client/',
      '^(app|db|realtime)/',
      'written from realtime/PROTOCOL.md alone',
    ),
    {
      name: 'remix-at-the-edge',
      comment: 'React Router 7 is the exit: only these may know Remix',
      severity: 'error',
      from: {
        path: '^(app|db|realtime)/',
        pathNot: '^app/(routes|components|http)(/|\\.ts$)|^app/(root|entry)',
      },
      to: { path: '@remix-run' },
    },
    {
      name: 'pure-files-touch-no-world',
      severity: 'error',
      from: {
        path: '^(app/(text|word|xml|open-data|akn|measures|access|proof)|realtime/(protocol|client))',
        pathNot: '\\.server\\.tsx?$',
      },
      to: { path: '\\.server\\.tsx?$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'not-resolvable',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
        pathNot: '^virtual:|^pdfmake/interfaces$|build/(server|administrator)\\.js$',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
