import 'pg' // fault: app-packages
