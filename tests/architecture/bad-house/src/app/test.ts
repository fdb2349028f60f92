import 'vitest' // fault: no-dev-dependencies
