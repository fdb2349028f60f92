import 'pg' // fault: translator-packages
