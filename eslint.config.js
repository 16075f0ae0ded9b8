import js from '@eslint/js';
import globals from 'globals';

export default [
    { ignores: ['build/', 'vendor/', 'tools/php/', ...['widget', 'window', 'console', 'preview', 'statistics'].map((name) => `module/views/js/${name}.js`)] },
    js.configs.recommended,
    {
        languageOptions: { ecmaVersion: 2022, sourceType: 'module' },
        rules: {
            eqeqeq: 'error',
            'no-var': 'error',
            'prefer-const': 'error',
            'no-unused-vars': ['error', { args: 'after-used', ignoreRestSiblings: true }],
            // What people type is text: nothing here may parse it as markup.
            'no-restricted-properties': ['error',
                { property: 'innerHTML', message: 'Text is data: build nodes.' },
                { property: 'outerHTML', message: 'Text is data: build nodes.' },
                { property: 'insertAdjacentHTML', message: 'Text is data: build nodes.' },
            ],
            'no-restricted-globals': ['error', 'eval'],
        },
    },
    { files: ['client/src/**', 'module/views/js/**'], languageOptions: { globals: globals.browser } },
    { files: ['client/*.mjs', 'bench/**'], languageOptions: { globals: globals.node } },
    // Browser tests pass functions into pages.
    { files: ['tests/**', 'bench/pair.mjs'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
];
