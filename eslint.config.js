// Lint rules: typescript-eslint strict and stylistic, type-checked; every exception says why.
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const PURE = ['src/domain/**', 'src/machines/**', 'src/engine/**'];

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      '.dist-*/**',
      'console/.dist-*/**',
      'console/dist/**',
      'console/src/api/schema.d.ts',
      'node_modules/**',
      'data/**',
      'bin/**',
      'eslint.config.js',
      'docs/**',
      'examples/**',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      // Its fix is `!`, which `no-non-null-assertion` forbids; a cast says which type is meant.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      'no-console': 'error',
    },
  },
  {
    // Pure layers: no clock, no chance, no environment, nothing to wait for.
    files: PURE,
    rules: {
      '@typescript-eslint/no-unnecessary-type-assertion': 'off', // it flags XState's `types: {} as {…}`
      '@typescript-eslint/no-unnecessary-type-parameters': 'off', // typed effect factories
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval'],
      'no-restricted-syntax': [
        'error',
        { selector: 'AwaitExpression', message: 'This layer is pure.' },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'Time arrives as a value.',
        },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'Ids arrive as values.',
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time arrives as a value.',
        },
      ],
    },
  },
  {
    files: ['console/src/**'],
    ...reactHooks.configs.flat.recommended,
  },
  {
    // Tests read untyped replies of Supertest and of plain SQL.
    files: ['tests/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Stands in for what answers later.
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: ['src/cli/**', 'src/main/**'], rules: { 'no-console': 'off' } },
);
