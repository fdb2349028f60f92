import 'node:crypto' // fault: pure-floors-run-anywhere
