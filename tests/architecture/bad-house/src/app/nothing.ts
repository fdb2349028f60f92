import './missing' // fault: no-unresolvable
