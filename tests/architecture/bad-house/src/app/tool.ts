import '../../scripts/tool' // fault: src-needs-only-src
