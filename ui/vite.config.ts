import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const words = paraglideVitePlugin({
  project: './project.inlang',
  outdir: './src/text/generated',
  strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
});

export default defineConfig({
  plugins: [
    // Tests find the words compiled (`npm run words`); watching them would keep the runner from ending.
    ...(process.env['VITEST'] === undefined ? [words] : []),
    svelte(),
  ],
  // WebKitGTK and WebView2 both understand this; the browser of the user does not matter.
  build: {
    target: 'safari16',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      checks: { pluginTimings: false },
      // The text editor is a third of the work and changes with its versions only.
      output: {
        codeSplitting: {
          groups: [{ name: 'editor', test: /node_modules\/(@codemirror|@lezer)\// }],
        },
      },
    },
  },
  server: { host: '127.0.0.1', port: 1420, strictPort: true },
  clearScreen: false,
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
