import js from '@eslint/js'
import globals from 'globals'
import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'

const NOT_IN_SHARED = [
  'window',
  'document',
  'navigator',
  'process',
  'Buffer',
  'performance',
  'setTimeout',
  'setInterval',
  'console',
  'fetch',
  'crypto',
]

export default ts.config(
  {
    ignores: [
      'out/',
      'dist/',
      'node_modules/',
      'coverage/',
      'test-results/',
      'playwright-report/',
      'bench/node_modules/',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.{ts,vue}'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      eqeqeq: ['error', 'always'],
    },
  },
  {
    files: ['src/shared/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...NOT_IN_SHARED.map((name) => ({ name, message: 'src/shared is pure: inject it.' })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'src/shared is deterministic: inject a seeded generator.' },
        { object: 'Date', property: 'now', message: 'src/shared is deterministic: inject the clock.' },
      ],
    },
  },
  { files: ['src/renderer/**/*.{ts,js,vue}'], languageOptions: { globals: globals.browser } },
  {
    files: ['src/renderer/**/*.vue'],
    rules: {
      'vue/multi-word-component-names': 'off',
      // Prettier decides the layout.
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': ['error', { html: { void: 'always' } }],
      'vue/component-name-in-template-casing': ['error', 'PascalCase'],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'no-undef': 'off',
    },
  },
  {
    files: ['scripts/**/*.mjs', 'bench/**/*.mjs', 'tests/**/*.mjs', '*.mjs'],
    languageOptions: { globals: globals.node },
  },
  // What a benchmark hands to page.evaluate runs in the browser.
  { files: ['bench/**/*.mjs'], languageOptions: { globals: globals.browser } },
  { files: ['**/*.cjs'], languageOptions: { globals: globals.node, sourceType: 'commonjs' } },
)
