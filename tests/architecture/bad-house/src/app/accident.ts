import 'semver' // fault: no-unlisted-packages
