/**
 * The rules of the house: who may import whom. Data flows one way; `contracts` is at the bottom, the three
 * deployed parts (worker, Functions, plugin) never import each other, and nothing knows the sandbox.
 */
const packages = [
  'contracts',
  'database',
  'player-texts',
  'case-management',
  'knowledge-base',
  'virtual-agent',
  'discord-gateway',
  'serverless',
  'plugin-discord-channel',
];

/** What each package may import of the others. */
const allowed = {
  contracts: [],
  'player-texts': [],
  database: ['contracts'],
  'case-management': ['contracts', 'database'],
  'knowledge-base': ['contracts', 'database'],
  'virtual-agent': ['contracts', 'database', 'player-texts', 'case-management', 'knowledge-base'],
  'discord-gateway': ['contracts', 'database', 'player-texts', 'case-management', 'knowledge-base', 'virtual-agent'],
  serverless: ['contracts', 'database', 'player-texts', 'case-management', 'knowledge-base', 'virtual-agent'],
  'plugin-discord-channel': ['contracts'],
};

const oneOf = (names) => `^(${names.join('|')})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...packages.map((name) => ({
      name: `${name}-imports-only-what-it-may`,
      severity: 'error',
      comment: `${name} may import ${allowed[name].join(', ') || 'nothing local'}`,
      from: { path: `^${name}/` },
      to: { path: oneOf([...packages, 'sandbox', 'scripts']), pathNot: oneOf([name, ...allowed[name]]) },
    })),
    {
      name: 'plugin-takes-only-types-from-contracts',
      severity: 'error',
      comment: 'The runtime of contracts is zod: it would double the size of the plugin.',
      from: { path: '^plugin-discord-channel/src' },
      to: { path: '^contracts/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-test-code-in-product-code',
      severity: 'error',
      from: { pathNot: '(^|/)(test|scenarios)/' },
      to: { path: '(^|/)test/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/', '/build/'] },
    exclude: { path: ['/dist/', '/build/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
