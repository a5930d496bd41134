import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [
    // Under vitest the plugin would rewrite our modules for the browser.
    !process.env.VITEST &&
      remix({
        future: {
          v3_fetcherPersist: true,
          v3_relativeSplatPath: true,
          v3_routeConfig: true,
          v3_throwAbortReason: true,
          // Off while their advisories are open.
          v3_lazyRouteDiscovery: false,
          v3_singleFetch: false,
        },
      }),
  ],
  resolve: {
    // Two copies of one of these do not know each other's objects.
    dedupe: ['yjs', 'lib0', 'prosemirror-model', 'prosemirror-state', 'prosemirror-view'],
  },
  optimizeDeps: {
    // Found one by one while one develops, each would reload the page, with two Reacts meanwhile.
    include: [
      '@remix-run/node',
      '@remix-run/react',
      'intl-messageformat',
      'lib0/buffer',
      'prosemirror-commands',
      'prosemirror-gapcursor',
      'prosemirror-keymap',
      'prosemirror-model',
      'prosemirror-state',
      'prosemirror-transform',
      'prosemirror-view',
      'react',
      'react-dom/client',
      'react/jsx-dev-runtime',
      'socket.io-client',
      'y-prosemirror',
      'y-protocols/awareness',
      'yjs',
      'zod',
    ],
  },
  build: {
    // A style sheet must stay a file: the content security policy allows none in an address.
    assetsInlineLimit: 0,
    target: 'es2022',
    rollupOptions: {
      // A page came as forty files, most of them smaller than the request for them.
      output: { experimentalMinChunkSize: 20_000 },
      onwarn(warning, warn) {
        // Of notes to other tools inside packages, and of routes that are for the server only.
        if (!['INVALID_ANNOTATION', 'EMPTY_BUNDLE'].includes(warning.code ?? '')) warn(warning)
      },
    },
  },
})
