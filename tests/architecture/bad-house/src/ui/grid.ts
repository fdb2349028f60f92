import 'pg' // fault: ui-packages
