import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import prettier from 'eslint-config-prettier';
import { importX } from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Only this folder may know that there is a Tauri. */
const onlyTheBackend = {
  patterns: [
    {
      group: ['@tauri-apps/*'],
      message: 'Only src/backend/ talks to Tauri; use the `Backend` interface.',
    },
  ],
};

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/text/generated', 'src/backend/generated'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...ts.configs.stylistic,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })],
      'import-x/parsers': {
        '@typescript-eslint/parser': ['.ts'],
        'svelte-eslint-parser': ['.svelte'],
      },
      'import-x/extensions': ['.ts', '.js', '.svelte'],
    },
    // The parser of Svelte files needs to know that their scripts are TypeScript, also when a rule
    // follows an import into one.
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
    rules: {
      // Maps and sets here are replaced, not changed: plain ones are the honest choice.
      'svelte/prefer-svelte-reactivity': 'off',
      // A catalogue's text never changes while the window is open.
      'svelte/no-navigation-without-resolve': 'off',
      'no-console': 'error',
      'no-restricted-imports': ['error', onlyTheBackend],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: [
            {
              target: './src/shared',
              from: ['./src/features', './src/views', './src/state'],
              message: 'A shared part knows no feature and no state.',
            },
            {
              target: './src/shared',
              from: './src/backend',
              except: ['./backend.ts', './generated'],
              message: 'A shared part may know what things look like, never where they come from.',
            },
            {
              target: './src/features',
              from: './src/views',
              message: 'A feature does not know where it is shown.',
            },
            {
              target: './src/backend',
              from: ['./src/features', './src/views', './src/state', './src/shared', './src/text'],
              message: 'The backend knows nothing of the window.',
            },
            {
              target: './src/state',
              from: ['./src/features', './src/views'],
              message: 'State is read by features, never the other way.',
            },
          ],
        },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/backend/**'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['e2e/**', '*.config.*'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: { 'no-console': 'off' },
  },
);
