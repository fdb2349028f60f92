import js from '@eslint/js'
import next from 'eslint-config-next/core-web-vitals'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import tseslint from 'typescript-eslint'
import { oneAtATime } from './tests/architecture/rules/one-at-a-time.mjs'

const typescript = ['**/*.{ts,tsx}']

// Next and the tools find these by their default export; everything else is exported by name, so that it is called
// the same everywhere.
const foundByDefaultExport = [
  'src/app/**/{page,layout,template,error,global-error,not-found,forbidden,unauthorized,default,sitemap,robots,manifest}.{ts,tsx}',
  'src/app/**/{opengraph-image,icon,apple-icon}*.tsx',
  'src/i18n/request.ts',
  'src/proxy.ts',
  '*.config.{ts,mjs}',
  '.dependency-cruiser.mjs',
  'tests/**/*setup*.ts',
]

const smells = [
  {
    selector: 'JSXAttribute[name.name="style"]',
    message: 'The content policy blocks inline styles: use a class, or an SVG attribute for sizes that depend on data.',
  },
  {
    selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
    message: 'HTML as a string lets strangers write our pages.',
  },
  {
    selector: 'MemberExpression[property.name=/RawUnsafe$/]',
    message: 'Values are always parameters: use the tagged template.',
  },
  {
    selector: 'MemberExpression[object.property.name="coerce"][property.name="number"]',
    message: 'Reads a blank as 0: use numeric from core.',
  },
  {
    selector: 'TSEnumDeclaration',
    message: 'Closed lists are `as const` arrays: the schema, the type and the database read the same one.',
  },
]
const defaultExport = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' }

export default tseslint.config(
  {
    ignores: [
      '**/.next*/**',
      '.data*/**',
      '.build*/**',
      'dist/**',
      'public/**',
      'src/generated/**',
      'tests/architecture/bad-house/**',
      'test-results/**',
      'playwright-report/**',
      'next-env.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...next,
  ...tseslint.configs.strict.map((config) => ({ ...config, files: typescript })),
  {
    files: typescript,
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { house: { rules: { 'one-at-a-time': oneAtATime } } },
    rules: {
      'house/one-at-a-time': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // `as const` is always allowed; the one adapter cast says why beside its eslint-disable.
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true, allowThrowingAny: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    // What a stranger sent is `unknown` until a schema has read it; `any` would let it through unread.
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.{tsx,jsx}'],
    rules: jsxA11y.flatConfigs.strict.rules,
  },
  {
    rules: {
      // The compiler knows every name; there is no pages directory.
      'no-undef': 'off',
      '@next/next/no-html-link-for-pages': 'off',
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-empty': 'error',
      'import/no-anonymous-default-export': 'off',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-syntax': ['error', ...smells, defaultExport],
    },
  },
  // `module` is a plain word in scripts that Next never bundles.
  { files: ['scripts/**', 'bench/**'], rules: { '@next/next/no-assign-module-variable': 'off' } },
  { files: foundByDefaultExport, rules: { 'no-restricted-syntax': ['error', ...smells] } },
)
