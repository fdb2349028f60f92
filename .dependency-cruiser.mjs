// Who may import whom. The table stands in docs/architecture.md; here it is enforced, each rule with its reason.
// Every rule is proven by one planted fault in tests/architecture/bad-house: adding or removing a rule without its
// fault makes tests/architecture.test.ts fail.

import { everywhere, roomOrder } from './tests/architecture/rules/everywhere.mjs'
import { floors, roomLayers } from './tests/architecture/rules/floors.mjs'
import { generated } from './tests/architecture/rules/order.mjs'
import { floorPackages } from './tests/architecture/rules/packages.mjs'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...floors, ...roomLayers, ...floorPackages, ...roomOrder, ...everywhere],
  options: {
    // Tests may open anything; they are no part of the house.
    exclude: { path: '[.]test[.]tsx?$|[.]css$' },
    doNotFollow: { path: ['node_modules', generated] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
}
