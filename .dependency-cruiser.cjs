/** The import table of docs/ARCHITECTURE.md, as rules. `npm run imports` checks them. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
})

const SHARED = '^src/shared/'
const NODE = '^(node:|[a-z_/]+$)'
const pkg = (names) => `node_modules/(?:${names})/`

module.exports = {
  forbidden: [
    only(
      'shared-is-pure',
      '^src/shared/(?!capture/|diagram/|json/|protocol/|text/|trace/|scenario/|lesson/|predict/|wire/)',
      [SHARED],
      'shared/* imports shared only: no Node, no DOM, no Electron.',
    ),
    only(
      'schemas-may-use-valibot',
      '^src/shared/(protocol|trace|scenario|predict|wire)/',
      [SHARED, pkg('valibot')],
      'Run-time validators are valibot schemas; nothing else comes in.',
    ),
    only(
      'lessons-may-locate-errors',
      '^src/shared/(lesson|json)/',
      [SHARED, pkg('valibot|jsonc-parser')],
      'A file from outside has a schema, and its errors are told by line: jsonc-parser knows the positions.',
    ),
    only(
      'captures-name-addresses',
      '^src/shared/capture/',
      [SHARED, pkg('ipaddr.js')],
      'Addresses of IPv4 and IPv6 are written by ipaddr.js; nothing else comes in.',
    ),
    only(
      'texts-may-be-compiled',
      '^src/shared/text/',
      [SHARED, pkg('@intlify/core-base')],
      'One message format, with its places and plurals, in every host.',
    ),
    only(
      'diagram-may-use-dom-free-d3',
      '^src/shared/diagram/',
      [SHARED, pkg('d3-scale|d3-array|@types/d3-.*|get-east-asian-width')],
      'The geometry uses the two D3 modules that it needs, which need no DOM, and the widths of East Asian characters.',
    ),
    {
      name: 'lab-is-electron-free',
      comment: 'main/lab runs in every host: shared and Node built-ins only.',
      severity: 'error',
      from: { path: '^src/main/lab/' },
      to: { pathNot: ['^src/main/lab/', SHARED], dependencyTypesNot: ['core'] },
    },
    {
      name: 'files-are-for-every-host',
      comment: 'main/files: Node built-ins only, so that every host may use it.',
      severity: 'error',
      from: { path: '^src/main/files/' },
      to: { pathNot: ['^src/main/files/'], dependencyTypesNot: ['core'] },
    },
    {
      name: 'wire-needs-only-the-lab',
      comment:
        'main/wire: lab, shared, valibot for what crosses to another process, koffi in one module, Node built-ins.',
      severity: 'error',
      from: { path: '^src/main/wire/' },
      to: { pathNot: ['^src/main/(wire|lab)/', SHARED, pkg('valibot|koffi')], dependencyTypesNot: ['core'] },
    },
    {
      name: 'desktop-imports',
      comment: 'main/desktop: lab, files, shared, electron and its updater, Node built-ins.',
      severity: 'error',
      from: { path: '^src/main/desktop/' },
      to: {
        pathNot: ['^src/main/(desktop|lab|files)/', SHARED, pkg('electron|electron-updater')],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'web-and-cli-without-electron',
      comment: 'main/web and main/cli run where no Electron runtime is.',
      severity: 'error',
      from: { path: '^src/main/(web|cli)/' },
      to: { path: ['^src/main/desktop/', pkg('electron')] },
    },
    {
      name: 'hosts-are-strangers',
      comment: 'Hosts never import each other; src/main/index.ts and src/main/cli.ts compose them.',
      severity: 'error',
      from: { path: '^src/main/(web|cli|desktop)/' },
      to: { path: '^src/main/(web|cli|desktop)/', pathNot: '^src/main/$1/' },
    },
    {
      name: 'preload-is-small',
      comment: 'preload: electron and shared/protocol only.',
      severity: 'error',
      from: { path: '^src/preload/' },
      to: { pathNot: ['^src/preload/', '^src/shared/protocol/', pkg('electron|valibot')] },
    },
    {
      name: 'renderer-stays-in-the-browser',
      comment: 'renderer: shared, vue, pinia, d3 and UI libraries; never Node, Electron or src/main.',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: ['^src/main/', '^src/preload/', pkg('electron|ws|commander|@resvg')] },
    },
    {
      name: 'renderer-without-node',
      comment: 'The renderer has no Node built-ins.',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'components-reach-the-lab-through-stores',
      comment: 'Only stores and the entry may import the transport.',
      severity: 'error',
      from: { path: '^src/renderer/components/' },
      to: { path: '^src/renderer/client/' },
    },
    {
      name: 'stores-below-what-uses-them',
      comment: 'A store imports stores, plain functions and the transport; never what is made of stores.',
      severity: 'error',
      from: { path: '^src/renderer/stores/' },
      to: { path: '^src/renderer/(components|composables|files|views)/' },
    },
    {
      name: 'shared-ways-below-components',
      comment: 'What many components use knows none of them.',
      severity: 'error',
      from: { path: '^src/renderer/(composables|files)/' },
      to: { path: '^src/renderer/(components|views)/' },
    },
    {
      name: 'renderer-plain-functions',
      comment: 'connection/ and pace/ are plain data and functions: no store, no component, no transport.',
      severity: 'error',
      from: { path: '^src/renderer/(connection|pace)/' },
      to: { path: '^src/renderer/', pathNot: '^src/renderer/(connection|pace)/' },
    },
    {
      name: 'renderer-without-circles',
      comment: 'Not even by types: one of the two knows what belongs to both.',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { circular: true },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle means two files are one.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-circles-in-shared',
      comment:
        'The core has no circle at all, not even of types: what two files need of each other has a room of its own.',
      severity: 'error',
      from: { path: SHARED },
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'Every import must be found.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: NODE },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.vue', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
